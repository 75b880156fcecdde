package dev.whydunit.diagnosis.detectors.memory;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.memory.GcEconomy;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.GcTrace.Cycle;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Collections that stop the world for long, again and again.
public final class WorldStopped implements Detector {

    private static final FindingId FINDING = new FindingId("world-stopped-long");
    private static final Measure LONGEST = new Measure("longest-pause");
    private static final Measure LONG_PAUSES = new Measure("long-pauses");

    /// Stopping takes tens of microseconds; a machine with too few CPUs for its load adds tens of
    /// milliseconds.
    private static final double LONG_MILLIS = 50;

    /// Once is an accident of the machine.
    private static final long AGAIN = 3;

    private static final double SHARE_OF_CYCLES = 0.1;

    @Override
    public String id() {
        return "world-stopped";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GcTrace.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.all(GcTrace.class).stream()
                .filter(WorldStopped::isStopped)
                .map(WorldStopped::finding)
                .toList());
    }

    private static boolean isStopped(GcTrace trace) {
        long pauses = longPauses(trace).size();
        return pauses >= AGAIN && pauses >= trace.cycles().size() * SHARE_OF_CYCLES;
    }

    private static List<Cycle> longPauses(GcTrace trace) {
        return trace.cycles().stream()
                .filter(cycle -> cycle.pauseMillis() >= LONG_MILLIS)
                .toList();
    }

    private static Finding finding(GcTrace trace) {
        List<Cycle> pauses = longPauses(trace);
        Cycle longest = pauses.stream()
                .max(Comparator.comparingDouble(Cycle::pauseMillis))
                .orElseThrow();
        boolean inSweep = longest.sweepTermination() >= longest.markTermination();
        Quantity time = Quantity.span(Duration.ofNanos(Math.round(longest.pauseMillis() * 1e6)));
        return Finding.observed(
                        FINDING,
                        Subject.Process.whole(),
                        "%d of %d collections stopped the world for %.0f ms or more, the longest for %s, %s; the median pause is %.2f ms."
                                .formatted(
                                        pauses.size(),
                                        trace.cycles().size(),
                                        LONG_MILLIS,
                                        time.text(),
                                        inSweep
                                                ? "before marking (waiting until every goroutine has stopped)"
                                                : "at the end of marking",
                                        GcEconomy.median(trace.cycles(), Cycle::pauseMillis)),
                        longest.cite())
                .citing(pauses.stream().limit(5).map(Cycle::cite).toList())
                .with(LONGEST, time)
                .with(LONG_PAUSES, Quantity.count(pauses.size()));
    }
}
