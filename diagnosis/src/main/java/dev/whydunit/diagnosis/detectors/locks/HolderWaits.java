package dev.whydunit.diagnosis.detectors.locks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.waits.ContendedLock;
import dev.whydunit.diagnosis.facts.waits.ContendedLocks;
import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.diagnosis.facts.waits.Relation;
import dev.whydunit.diagnosis.facts.waits.Standstill;
import dev.whydunit.diagnosis.facts.waits.Suspect;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A lock whose holder waits for something else while others queue for the lock: a channel, a condition of `sync`, or
/// the world outside.
public final class HolderWaits implements Detector {

    private static final String PROBABLE = "lock-holder-in-";
    private static final String POSSIBLE = "lock-holder-maybe-in-";
    private static final Measure QUEUE = new Measure("goroutines-waiting");

    /// A minute is printed only for what did not move through a collection.
    private static final int STUCK_MINUTES = 1;

    /// Two that queue behind a goroutine which is parked on a channel or condition are no busy lock: such a holder
    /// gives
    /// the lock back only when somebody else acts.
    private static final int QUEUE_BEHIND_PARKED = 2;

    /// I/O under a lock ends by itself as a rule, and a few callers queue for it in healthy services.
    private static final int QUEUE_BEHIND_OUTSIDE = 10;

    /// What the holder waits in.
    private enum Kind {
        CHANNEL("channel"),
        CONDITION("condition"),
        OUTSIDE("io");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        static Optional<Kind> of(Operation operation) {
            if (operation.isChannel()) {
                return Optional.of(CHANNEL);
            }
            if (operation.isCondition() || operation == Operation.SEMAPHORE) {
                return Optional.of(CONDITION);
            }
            return operation.isOutside() ? Optional.of(OUTSIDE) : Optional.empty();
        }
    }

    @Override
    public String id() {
        return "lock-holder-waits";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(PROBABLE + kind.name, POSSIBLE + kind.name))
                .map(FindingId::new)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    @Override
    public Detection detect(ProcessView process) {
        boolean standstill = process.fact(Standstill.FACT).said();
        return Detection.of(process.fact(ContendedLocks.FACT).stream()
                .flatMap(lock -> finding(lock, standstill).stream())
                .toList());
    }

    private static Optional<Finding> finding(ContendedLock lock, boolean standstill) {
        List<Suspect> prime = lock.prime();
        List<Optional<Kind>> kinds = prime.stream()
                .map(suspect -> Kind.of(suspect.point().operation()))
                .distinct()
                .toList();
        if (kinds.size() != 1 || kinds.getFirst().isEmpty()) {
            return Optional.empty();
        }
        Kind kind = kinds.getFirst().orElseThrow();
        return isStuck(lock, kind, standstill) ? Optional.of(finding(lock, prime, kind)) : Optional.empty();
    }

    private static boolean isStuck(ContendedLock lock, Kind kind, boolean standstill) {
        int enough = kind == Kind.OUTSIDE ? QUEUE_BEHIND_OUTSIDE : QUEUE_BEHIND_PARKED;
        return standstill || lock.minutes() >= STUCK_MINUTES || lock.queue() >= enough;
    }

    private static Finding finding(ContendedLock lock, List<Suspect> prime, Kind kind) {
        Suspect first = prime.getFirst();
        long suspects = prime.stream().mapToLong(Suspect::count).sum();
        boolean probable = suspects == 1
                && (first.relation() != Relation.SAME_TYPE || lock.suspects().size() == 1);
        String waiting = lock.waits().getFirst().point().operation().text();
        String statement = probable
                ? "%,d goroutines wait in %s; the only goroutine at work there that does not wait is %d, in %s of %s%s."
                        .formatted(
                                lock.queue(),
                                waiting,
                                first.member().id(),
                                first.point().operation().text(),
                                place(first),
                                minutes(first))
                : "%,d goroutines wait in %s; one of %,d goroutines in %s of %s probably holds the lock."
                        .formatted(
                                lock.queue(),
                                waiting,
                                suspects,
                                first.point().operation().text(),
                                place(first));
        return Finding.observed(
                        new FindingId((probable ? PROBABLE : POSSIBLE) + kind.name),
                        lock.subject(heldBy(first)),
                        statement,
                        first.member().cite())
                .citing(lock.cites())
                .with(QUEUE, Quantity.count(lock.queue()));
    }

    private static String place(Suspect suspect) {
        return CrashStory.place(suspect.point().innermostOwn().orElse(suspect.frame()));
    }

    private static String minutes(Suspect suspect) {
        return suspect.point().minutes().isPresent()
                ? ", for %d minutes".formatted(suspect.point().minutes().getAsInt())
                : "";
    }

    private static List<Frame> heldBy(Suspect suspect) {
        return Stream.concat(suspect.point().own().stream().limit(4), Stream.of(suspect.frame()))
                .distinct()
                .toList();
    }
}
