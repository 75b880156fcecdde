package dev.whydunit.report.waits;

import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.waits.ContendedLock;
import dev.whydunit.diagnosis.facts.waits.ContendedLocks;
import dev.whydunit.diagnosis.facts.waits.LockCycles;
import dev.whydunit.diagnosis.facts.waits.NestedLocks;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The graphs of a case: one for each dump in which a lock makes somebody wait for long, or a crowd.
public final class WaitGraphs {

    /// Two that wait are a crowd; one alone that has not waited a minute is what a lock is for.
    private static final int CROWD = 2;

    private WaitGraphs() {}

    /// In the order of reading.
    public static List<WaitGraph> of(List<Evidence> evidence) {
        return evidence.stream()
                .filter(GoroutineDump.class::isInstance)
                .map(GoroutineDump.class::cast)
                .flatMap(dump -> of(dump, evidence).stream())
                .toList();
    }

    private static Optional<WaitGraph> of(GoroutineDump dump, List<Evidence> evidence) {
        var process = view(dump, evidence);
        List<LockCycles.Cycle> cycles = process.fact(LockCycles.FACT);
        List<ContendedLock> inCycles =
                cycles.stream().flatMap(cycle -> cycle.locks().stream()).toList();
        var locks = process.fact(ContendedLocks.FACT).stream()
                .filter(lock -> isTold(lock) || inCycles.contains(lock))
                .sorted(Comparator.comparing((ContendedLock lock) -> !inCycles.contains(lock)))
                .toList();
        return locks.isEmpty() ? Optional.empty() : Optional.of(new GraphBuilder(dump, locks, cycles).build());
    }

    /// The dump alone, with what else is known of its process: another dump shows another moment.
    private static ProcessView view(GoroutineDump dump, List<Evidence> evidence) {
        var process = dump.origin().process();
        Stream<Evidence> others = evidence.stream()
                .filter(piece -> !(piece instanceof GoroutineDump))
                .filter(piece -> piece.origin().process().equals(process));
        return new ProcessView(process, Stream.concat(Stream.of(dump), others).toList(), List.of());
    }

    private static boolean isTold(ContendedLock lock) {
        return lock.queue() >= CROWD
                || lock.minutes() > 0
                || NestedLocks.of(lock).isPresent();
    }
}
