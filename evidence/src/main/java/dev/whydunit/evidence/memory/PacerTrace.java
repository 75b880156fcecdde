package dev.whydunit.evidence.memory;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.util.List;
import java.util.Objects;

/// What the collector's pacer prints with `GODEBUG=gcpacertrace=1`, of all releases.
///
/// @param cycles one for each finished cycle of the log (thinned evenly where very long)
public record PacerTrace(Origin origin, Cite cite, List<Cycle> cycles) implements Evidence {

    /// One cycle, as far as the release prints it; NaN where it does not.
    ///
    /// @param assistRatio   bytes of scan work for each byte allocated, of `pacer: assist ratio=`
    /// @param utilization   mark utilization of the CPUs, 0..1
    /// @param goalUtilization the target of it, 0..1
    /// @param triggerBytes  heap at which it began
    /// @param heapBytes     heap at its end
    /// @param goalDelta     bytes over (positive) or under the goal
    /// @param controllerReset whether `[controller reset]` is printed
    public record Cycle(
            double assistRatio,
            double utilization,
            double goalUtilization,
            double triggerBytes,
            double heapBytes,
            double goalDelta,
            boolean controllerReset,
            Cite cite) {
        public Cycle {
            Objects.requireNonNull(cite);
        }
    }

    public PacerTrace {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        cycles = List.copyOf(cycles);
    }
}
