package dev.whydunit.diagnosis.detectors.locks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.waits.ContendedLock;
import dev.whydunit.diagnosis.facts.waits.ContendedLocks;
import dev.whydunit.diagnosis.facts.waits.LockCycles;
import dev.whydunit.diagnosis.facts.waits.LockWait;
import dev.whydunit.diagnosis.facts.waits.NestedLocks;
import dev.whydunit.diagnosis.facts.waits.Standstill;
import dev.whydunit.diagnosis.facts.waits.Suspect;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Set;

/// A lock that goroutines have waited for, for minutes, while no other goroutine works on it: nobody is
/// left who could unlock it.
public final class AbandonedLock implements Detector {

    /// Where no word tells the lock, several of one kind may look like one, and those who wait for the one may hold the
    /// other. A receiver tells it as well as the lock itself.
    private static boolean isOneLock(ContendedLock lock) {
        return lock.address().isPresent()
                || lock.waits().stream().allMatch(wait -> wait.object().isPresent());
    }

    private static final FindingId FINDING = new FindingId("lock-without-holder");
    private static final Measure QUEUE = new Measure("goroutines-waiting");
    private static final Measure MINUTES = new Measure("minutes-waited");

    /// A minute is printed only for what did not move through a collection: a lock in use moves.
    private static final int STUCK_MINUTES = 1;

    @Override
    public String id() {
        return "lock-without-holder";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        boolean standstill = process.fact(Standstill.FACT).said();
        List<ContendedLock> inCycles = process.fact(LockCycles.FACT).stream()
                .flatMap(cycle -> cycle.locks().stream())
                .toList();
        return Detection.of(process.fact(ContendedLocks.FACT).stream()
                .filter(lock -> lock.dump().showsEverybody() && isOneLock(lock))
                .filter(lock -> standstill || lock.minutes() >= STUCK_MINUTES)
                .filter(lock -> lock.suspects().stream().allMatch(Suspect::isIdleLoop))
                .filter(lock -> !inCycles.contains(lock) && NestedLocks.of(lock).isEmpty())
                .filter(AbandonedLock::isOfProgram)
                .map(AbandonedLock::finding)
                .toList());
    }

    /// A lock of a library is given back by code that the program does not show.
    private static boolean isOfProgram(ContendedLock lock) {
        return lock.waits().stream()
                .allMatch(
                        wait -> wait.point().innermostOwn().equals(wait.point().calledBy()));
    }

    private static Finding finding(ContendedLock lock) {
        LockWait first = lock.waits().getFirst();
        return Finding.observed(
                        FINDING,
                        lock.subject(List.of()),
                        "%,d goroutines wait in %s of %s, up to %d minutes, and no goroutine is left that works there without waiting."
                                .formatted(
                                        lock.queue(),
                                        first.point().operation().text(),
                                        CrashStory.place(first.point().frames().getFirst()),
                                        lock.minutes()),
                        first.member().cite())
                .citing(lock.cites())
                .with(QUEUE, Quantity.count(lock.queue()))
                .with(MINUTES, Quantity.count(lock.minutes()));
    }
}
