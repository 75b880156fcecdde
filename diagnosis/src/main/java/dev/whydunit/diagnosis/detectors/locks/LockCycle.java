package dev.whydunit.diagnosis.detectors.locks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.waits.ContendedLock;
import dev.whydunit.diagnosis.facts.waits.LockCycles;
import dev.whydunit.diagnosis.facts.waits.LockCycles.Cycle;
import dev.whydunit.diagnosis.facts.waits.LockWait;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Goroutines that hold a lock each and wait for the other's.
public final class LockCycle implements Detector {

    private static final FindingId SHOWN = new FindingId("lock-wait-cycle");
    private static final FindingId MUTUAL = new FindingId("two-locks-without-another-holder");
    private static final Measure LOCKS = new Measure("locks-in-cycle");

    @Override
    public String id() {
        return "lock-wait-cycle";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(SHOWN, MUTUAL);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(
                process.fact(LockCycles.FACT).stream().map(LockCycle::finding).toList());
    }

    private static Finding finding(Cycle cycle) {
        String ways = cycle.locks().stream().map(LockCycle::told).collect(Collectors.joining("; "));
        List<Frame> waited = cycle.locks().stream()
                .flatMap(lock -> lock.subject(List.of()).waitedIn().stream())
                .distinct()
                .toList();
        ContendedLock first = cycle.locks().getFirst();
        String statement = cycle.shown()
                ? "%d locks are waited for in a circle: %s."
                        .formatted(cycle.locks().size(), ways)
                : "Two locks are waited for, and no goroutine works there that does not wait itself: %s."
                        .formatted(ways);
        return Finding.observed(
                        cycle.shown() ? SHOWN : MUTUAL,
                        new Subject.Lock(first.address().orElse(0), List.of(), waited),
                        statement,
                        first.waits().getFirst().member().cite())
                .citing(cycle.locks().stream()
                        .flatMap(lock -> lock.cites().stream())
                        .toList())
                .with(LOCKS, Quantity.count(cycle.locks().size()));
    }

    private static String told(ContendedLock lock) {
        LockWait wait = lock.waits().getFirst();
        String others = lock.queue() > 1 ? " (and %,d more)".formatted(lock.queue() - 1) : "";
        String callers = Stream.concat(
                        wait.point().calledBy().stream(),
                        wait.point().own().stream().skip(1).limit(1))
                .map(CrashStory::place)
                .distinct()
                .collect(Collectors.joining(" ← "));
        return "goroutine %d%s in %s".formatted(wait.member().id(), others, callers);
    }
}
