package dev.whydunit.evidence.memory;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/// The collections of one process as `GODEBUG=gctrace=1` prints them, in order.
///
/// @param cycles in the order of the log; of very long logs an evenly thinned part
/// @param seen   cycles in the log
public record GcTrace(Origin origin, Cite cite, List<Cycle> cycles, long seen) implements Evidence {

    /// One `gc N @..s ..%: ...` line. Times in milliseconds, sizes in bytes (the line prints MB).
    ///
    /// Source: `runtime/mgc.go` (`gcMarkTermination`).
    ///
    /// @param number        the collection's number
    /// @param atSeconds     since the program's start
    /// @param cpuShare      share of CPU spent in GC since the start, 0..1 (the line prints whole percent)
    /// @param sweepTermination wall ms of the first stop-the-world phase
    /// @param concurrentMark   wall ms of concurrent mark
    /// @param markTermination  wall ms of the second stop-the-world phase
    /// @param assistCpu     CPU ms of mutator assist
    /// @param backgroundCpu CPU ms of dedicated and fractional workers
    /// @param idleCpu       CPU ms of idle workers
    /// @param heapAtStart   heap when the cycle began
    /// @param heapAtEnd     heap when marking ended
    /// @param liveHeap      marked heap
    /// @param goal          heap goal of this cycle
    /// @param stackBytes    scannable stack (Go 1.19 and later)
    /// @param globalBytes   scannable globals (Go 1.19 and later)
    /// @param processors    GOMAXPROCS
    /// @param forced        `(forced)`
    public record Cycle(
            long number,
            double atSeconds,
            double cpuShare,
            double sweepTermination,
            double concurrentMark,
            double markTermination,
            double assistCpu,
            double backgroundCpu,
            double idleCpu,
            long heapAtStart,
            long heapAtEnd,
            long liveHeap,
            long goal,
            OptionalDouble stackBytes,
            OptionalDouble globalBytes,
            int processors,
            boolean forced,
            Cite cite) {

        public Cycle {
            Objects.requireNonNull(stackBytes);
            Objects.requireNonNull(globalBytes);
            Objects.requireNonNull(cite);
        }

        /// Wall time of both stop-the-world phases in milliseconds.
        public double pauseMillis() {
            return sweepTermination + markTermination;
        }

        /// CPU time of the collection in milliseconds, without idle workers.
        public double workCpu() {
            return assistCpu + backgroundCpu;
        }
    }

    public GcTrace {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        cycles = List.copyOf(cycles);
        if (cycles.isEmpty()) {
            throw new IllegalArgumentException("a gctrace without cycles");
        }
    }
}
