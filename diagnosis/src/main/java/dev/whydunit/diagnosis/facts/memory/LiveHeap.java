package dev.whydunit.diagnosis.facts.memory;

import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.GcTrace.Cycle;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How the live heap moved over a whole trace, seen at four points of its time. A heap that grows is
/// collected ever more rarely, so cycles alone would tell too little of its later time.
///
/// @param first     live heap at the begin, bytes
/// @param last      live heap at the end, bytes
/// @param perSecond growth over the last third, bytes per second
/// @param rises     whether each point is above the one before, and the last third grows on as the whole
///                   did
public record LiveHeap(double first, double last, double perSecond, boolean rises) {

    private static final int THIRDS = 3;

    /// Fewer do not show a course.
    private static final int CYCLES_ENOUGH = 6;

    /// Every program builds up its heap in the first seconds.
    private static final double SECONDS_ENOUGH = 30;

    /// A cache that fills up slows down: growth that has fallen to less than this part of its mean is
    /// flattening.
    private static final double FLATTENED = 0.5;

    /// Cycles so near to a point, as a share of the whole time, tell its height together.
    private static final double NEAR = 1.0 / 12;

    /// Empty where the trace is too short.
    public static Optional<LiveHeap> of(GcTrace trace) {
        List<Cycle> cycles = trace.cycles();
        double begin = cycles.getFirst().atSeconds();
        double length = cycles.getLast().atSeconds() - begin;
        if (cycles.size() < CYCLES_ENOUGH || length < SECONDS_ENOUGH) {
            return Optional.empty();
        }
        double[] live = IntStream.rangeClosed(0, THIRDS)
                .mapToDouble(third -> height(cycles, begin + length * third / THIRDS, length * NEAR))
                .toArray();
        double late = live[3] - live[2];
        boolean rises =
                live[1] > live[0] && live[2] > live[1] && late > 0 && late >= (live[3] - live[0]) / THIRDS * FLATTENED;
        return Optional.of(new LiveHeap(live[0], live[3], late / (length / THIRDS), rises));
    }

    /// The median of the cycles near a point; where there is none, on the line between the ones around it.
    private static double height(List<Cycle> cycles, double at, double near) {
        List<Cycle> around = cycles.stream()
                .filter(cycle -> Math.abs(cycle.atSeconds() - at) <= near)
                .toList();
        return around.isEmpty() ? between(cycles, at) : GcEconomy.median(around, Cycle::liveHeap);
    }

    private static double between(List<Cycle> cycles, double at) {
        int after = 1;
        while (cycles.get(after).atSeconds() < at) {
            after++;
        }
        Cycle left = cycles.get(after - 1);
        Cycle right = cycles.get(after);
        double share = (at - left.atSeconds()) / (right.atSeconds() - left.atSeconds());
        return left.liveHeap() + share * (right.liveHeap() - left.liveHeap());
    }
}
