package dev.whydunit.diagnosis.detectors.locks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.waits.ContendedLock;
import dev.whydunit.diagnosis.facts.waits.ContendedLocks;
import dev.whydunit.diagnosis.facts.waits.NestedLocks;
import dev.whydunit.diagnosis.facts.waits.NestedLocks.Nested;
import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.diagnosis.facts.waits.Relation;
import dev.whydunit.diagnosis.facts.waits.Standstill;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A goroutine that waits for a lock which a function further down its own stack has taken.
public final class SelfWait implements Detector {

    /// The words show one object in both functions, or others wait for the lock in the outer one.
    private static final FindingId PROBABLE = new FindingId("lock-waits-for-itself");

    /// Only the type says that both functions may take one lock.
    private static final FindingId POSSIBLE = new FindingId("lock-may-wait-for-itself");

    /// The outer one reads, a writer waits between.
    private static final FindingId READER = new FindingId("reader-behind-writer-waits-for-itself");

    private static final Measure QUEUE = new Measure("goroutines-waiting");

    /// A minute is printed only for what did not move through a collection: a lock that is merely busy
    /// moves.
    private static final int STUCK_MINUTES = 1;

    /// Without printed minutes: so many wait, the words show one lock in both functions, and nobody else
    /// is at work on it.
    private static final int QUEUE_BEHIND_SHOWN = 2;

    @Override
    public String id() {
        return "lock-self-wait";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(PROBABLE, POSSIBLE, READER);
    }

    @Override
    public Detection detect(ProcessView process) {
        boolean standstill = process.fact(Standstill.FACT).said();
        return Detection.of(process.fact(ContendedLocks.FACT).stream()
                .filter(lock -> lock.dump().showsEverybody() && !hasOtherHolder(lock))
                .flatMap(lock -> NestedLocks.of(lock)
                        .filter(nested -> isStuck(nested, lock, standstill))
                        .map(nested -> finding(nested, lock))
                        .stream())
                .toList());
    }

    /// Somebody else who does not wait for this lock is at work on it: he may hold it.
    private static boolean hasOtherHolder(ContendedLock lock) {
        return lock.suspects().stream().anyMatch(suspect -> !suspect.isIdleLoop());
    }

    private static boolean isStuck(Nested nested, ContendedLock lock, boolean standstill) {
        return standstill
                || lock.minutes() >= STUCK_MINUTES
                || (lock.queue() >= QUEUE_BEHIND_SHOWN && nested.relation() != Relation.SAME_TYPE);
    }

    private static Finding finding(Nested nested, ContendedLock lock) {
        String inner = CrashStory.place(nested.inner().point().frames().getFirst());
        String statement = "Goroutine %d waits in %s for the lock that it took in %s, further down its own stack%s."
                .formatted(
                        nested.inner().member().id(),
                        inner,
                        CrashStory.place(nested.outer()),
                        lock.queue() > 1 ? "; %,d goroutines wait for it".formatted(lock.queue()) : "");
        return Finding.observed(
                        id(nested, lock),
                        lock.subject(List.of(nested.outer())),
                        statement,
                        nested.inner().member().cite())
                .citing(lock.cites())
                .with(QUEUE, Quantity.count(lock.queue()));
    }

    private static FindingId id(Nested nested, ContendedLock lock) {
        boolean reads = nested.inner().point().operation() == Operation.READ_LOCK;
        if (reads && writerOf(lock).isPresent()) {
            return READER;
        }
        return nested.relation() == Relation.SAME_TYPE ? POSSIBLE : PROBABLE;
    }

    private static Optional<Operation> writerOf(ContendedLock lock) {
        return lock.waits().stream()
                .map(wait -> wait.point().operation())
                .filter(Operation.WRITE_LOCK::equals)
                .findFirst();
    }
}
