package dev.whydunit.evidence.memory;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.util.List;
import java.util.Objects;

/// What was given back to the system, as `GODEBUG=scavtrace=1` prints it.
public record ScavengerTrace(Origin origin, Cite cite, List<Sample> samples) implements Evidence {

    /// One `scav ...` line; bytes, -1 where the release does not print the figure.
    ///
    /// @param backgroundBytes returned by the background scavenger since the last line
    /// @param eagerBytes      returned eagerly (memory limit), Go 1.23 and later; earlier releases
    ///                        print one sum, which
    ///                        stands in `backgroundBytes`
    /// @param retainedBytes   `now` or `total`, as printed
    /// @param heapUtilization share of the unscavenged heap in use, 0..1
    /// @param forced          `(forced)`
    public record Sample(
            long backgroundBytes,
            long eagerBytes,
            long retainedBytes,
            double heapUtilization,
            boolean forced,
            Cite cite) {
        public Sample {
            Objects.requireNonNull(cite);
        }
    }

    public ScavengerTrace {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        samples = List.copyOf(samples);
    }
}
