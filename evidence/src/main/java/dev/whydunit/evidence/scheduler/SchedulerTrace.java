package dev.whydunit.evidence.scheduler;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The scheduler's state over time, as `GODEBUG=schedtrace=N` (and `scheddetail=1`) prints it.
///
/// Source: `runtime/proc.go` (`schedtrace`).
public record SchedulerTrace(Origin origin, Cite cite, List<Sample> samples, long seen) implements Evidence {

    /// One `SCHED Nms: ...` line with its detail lines.
    ///
    /// @param atMillis       since the program's start
    /// @param processors     GOMAXPROCS
    /// @param idleProcessors P that have nothing to do
    /// @param threads        M that exist
    /// @param spinningThreads M that look for work
    /// @param idleThreads    M that are parked
    /// @param globalQueue    goroutines in the global run queue
    /// @param localQueues    goroutines in each P's queue
    /// @param goroutines     of scheddetail: how many goroutines are in each `status=N(reason)`;
    ///                       empty without detail
    /// @param lockedThreads  of scheddetail: M bound to a goroutine (`lockedg`)
    /// @param blockedThreads of scheddetail: M with `blocked=true`
    public record Sample(
            long atMillis,
            int processors,
            int idleProcessors,
            int threads,
            int spinningThreads,
            int idleThreads,
            int globalQueue,
            List<Integer> localQueues,
            Map<String, Integer> goroutines,
            int lockedThreads,
            int blockedThreads,
            Cite cite) {

        public Sample {
            localQueues = List.copyOf(localQueues);
            goroutines = Map.copyOf(goroutines);
            Objects.requireNonNull(cite);
        }

        /// Goroutines that could run and do not: global and local queues.
        public int runnable() {
            return globalQueue
                    + localQueues.stream().mapToInt(Integer::intValue).sum();
        }
    }

    public SchedulerTrace {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("a schedtrace without samples");
        }
    }
}
