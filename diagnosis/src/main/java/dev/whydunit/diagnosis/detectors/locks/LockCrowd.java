package dev.whydunit.diagnosis.detectors.locks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.waits.ContendedLock;
import dev.whydunit.diagnosis.facts.waits.ContendedLocks;
import dev.whydunit.diagnosis.facts.waits.LockWait;
import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Many goroutines queue for one lock that moves: its holder runs, nobody has waited for minutes.
public final class LockCrowd implements Detector {

    private static final FindingId HOLDER_RUNS = new FindingId("lock-crowd-behind-running-holder");
    private static final FindingId CROWD = new FindingId("lock-crowd");
    private static final Measure QUEUE = new Measure("goroutines-waiting");

    /// A lock that is merely busy has a few waiters in a dump; so many say that work arrives faster than it passes.
    private static final int CROWDED = 20;

    @Override
    public String id() {
        return "lock-crowd";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(HOLDER_RUNS, CROWD);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.fact(ContendedLocks.FACT).stream()
                .filter(lock -> lock.queue() >= CROWDED && lock.minutes() == 0)
                .filter(lock -> lock.suspects().isEmpty() || isHolderRunning(lock))
                .map(LockCrowd::finding)
                .toList());
    }

    private static boolean isHolderRunning(ContendedLock lock) {
        return lock.suspects().stream().anyMatch(suspect -> suspect.point().operation() == Operation.ON_PROCESSOR);
    }

    private static Finding finding(ContendedLock lock) {
        LockWait first = lock.waits().getFirst();
        List<Frame> heldBy = lock.suspects().stream()
                .filter(suspect -> suspect.point().operation() == Operation.ON_PROCESSOR)
                .limit(1)
                .flatMap(suspect -> Stream.concat(suspect.point().own().stream().limit(2), Stream.of(suspect.frame())))
                .distinct()
                .toList();
        String runs = heldBy.isEmpty() ? "" : "; " + CrashStory.place(heldBy.getFirst()) + " runs inside";
        return Finding.observed(
                        heldBy.isEmpty() ? CROWD : HOLDER_RUNS,
                        lock.subject(heldBy),
                        "%,d goroutines queue in %s of %s%s."
                                .formatted(
                                        lock.queue(),
                                        first.point().operation().text(),
                                        CrashStory.place(first.point().frames().getFirst()),
                                        runs),
                        first.member().cite())
                .citing(lock.cites())
                .with(QUEUE, Quantity.count(lock.queue()));
    }
}
