package dev.whydunit.diagnosis.facts.memory;

import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.GcTrace.Cycle;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How the live heap moved over a whole trace, by quarters of its time.
///
/// @param first    median live heap of the first quarter, bytes
/// @param last     median live heap of the last quarter, bytes
/// @param perSecond growth from the middle of the third quarter to that of the last, bytes per second
/// @param rises    whether each quarter is above the one before, and the last ones grow on as the first did
public record LiveHeap(double first, double last, double perSecond, boolean rises) {

    private static final int QUARTERS = 4;

    /// Two cycles in a quarter are its course and not its accident.
    private static final int CYCLES_IN_A_QUARTER = 2;

    /// A cache that fills up slows down: growth that has fallen below a third of what it was is flattening.
    private static final double FLATTENED = 1.0 / 3;

    /// Empty where a quarter has too few cycles.
    public static Optional<LiveHeap> of(GcTrace trace) {
        List<Cycle> cycles = trace.cycles();
        double begin = cycles.getFirst().atSeconds();
        double length = cycles.getLast().atSeconds() - begin;
        List<List<Cycle>> quarters = IntStream.range(0, QUARTERS)
                .mapToObj(quarter -> within(cycles, begin + length * quarter / QUARTERS, length / QUARTERS))
                .toList();
        if (length <= 0 || quarters.stream().anyMatch(quarter -> quarter.size() < CYCLES_IN_A_QUARTER)) {
            return Optional.empty();
        }
        double[] live = quarters.stream()
                .mapToDouble(quarter -> GcEconomy.median(quarter, Cycle::liveHeap))
                .toArray();
        double late = live[3] - live[2];
        boolean rises = live[1] > live[0] && live[2] > live[1] && late > (live[1] - live[0]) * FLATTENED;
        return Optional.of(new LiveHeap(live[0], live[3], late / (length / QUARTERS), rises && late > 0));
    }

    private static List<Cycle> within(List<Cycle> cycles, double from, double length) {
        return cycles.stream()
                .filter(cycle -> cycle.atSeconds() >= from && cycle.atSeconds() <= from + length)
                .toList();
    }
}
