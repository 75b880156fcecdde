package dev.whydunit.diagnosis.facts.memory;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.GcTrace.Cycle;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/// What one run's collector did lately: the later half of its trace, so that the start of the program does
/// not count.
///
/// @param trace  the trace
/// @param recent the later half of its cycles
public record GcEconomy(GcTrace trace, List<Cycle> recent) {

    /// One for each trace that is long enough to speak of a steady state.
    public static final Fact<List<GcEconomy>> FACT = GcEconomy::derive;

    /// Half of them are the start: five are left.
    private static final int CYCLES_ENOUGH = 10;

    /// On a busy machine stopping takes some milliseconds.
    private static final double LONGEST_PAUSE_MILLIS = 5;

    /// A shorter time is a moment, not a state.
    private static final double SECONDS_ENOUGH = 1;

    public GcEconomy {
        Objects.requireNonNull(trace);
        recent = List.copyOf(recent);
    }

    private static List<GcEconomy> derive(ProcessView process) {
        return process.all(GcTrace.class).stream()
                .filter(trace -> trace.cycles().size() >= CYCLES_ENOUGH)
                .map(trace -> new GcEconomy(
                        trace,
                        trace.cycles()
                                .subList(
                                        trace.cycles().size() / 2,
                                        trace.cycles().size())))
                .filter(economy -> economy.seconds() >= SECONDS_ENOUGH)
                .toList();
    }

    /// From the begin of the first recent cycle to that of the last.
    public double seconds() {
        return recent.getLast().atSeconds() - recent.getFirst().atSeconds();
    }

    /// Cycles per second.
    public double rate() {
        return (recent.getLast().number() - recent.getFirst().number()) / seconds();
    }

    /// The share of the CPUs that the collector took, 0..1: its work, without what idle CPUs gave and
    /// without pauses, in which CPUs wait and do not collect. Of a thinned trace the printed share since
    /// the start, taken apart.
    public double cpuShare() {
        Cycle first = recent.getFirst();
        Cycle last = recent.getLast();
        if (trace.seen() > trace.cycles().size()) {
            double spent = last.cpuShare() * last.atSeconds() - first.cpuShare() * first.atSeconds();
            return Math.clamp(spent / seconds(), 0, 1);
        }
        double millis = recent.subList(0, recent.size() - 1).stream()
                .mapToDouble(cycle ->
                        cycle.workCpu() + Math.min(cycle.pauseMillis(), LONGEST_PAUSE_MILLIS) * cycle.processors())
                .sum();
        return Math.clamp(millis / (seconds() * 1000 * last.processors()), 0, 1);
    }

    /// The share of the marking that allocating goroutines had to do, 0..1.
    public double assistShare() {
        double assist = recent.stream().mapToDouble(Cycle::assistCpu).sum();
        double all = recent.stream().mapToDouble(Cycle::workCpu).sum();
        return all <= 0 ? 0 : assist / all;
    }

    /// The share of recent cycles that the program asked for.
    public double forcedShare() {
        return (double) recent.stream().filter(Cycle::forced).count() / recent.size();
    }

    /// The median live heap in bytes.
    public double live() {
        return median(recent, Cycle::liveHeap);
    }

    /// The median goal in bytes.
    public double goal() {
        return median(recent, Cycle::goal);
    }

    /// The room between live heap and goal, as a share of the live heap: about GOGC / 100 as long as no
    /// limit holds.
    public double headroom() {
        return live() <= 0 ? Double.MAX_VALUE : goal() / live() - 1;
    }

    /// Bytes allocated per second.
    public double allocationRate() {
        double allocated = 0;
        for (int i = 1; i < recent.size(); i++) {
            allocated +=
                    Math.max(0, recent.get(i).heapAtStart() - recent.get(i - 1).liveHeap());
        }
        return allocated / seconds();
    }

    /// The median of a figure.
    public static double median(List<Cycle> cycles, ToDoubleFunction<Cycle> figure) {
        double[] sorted = cycles.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
