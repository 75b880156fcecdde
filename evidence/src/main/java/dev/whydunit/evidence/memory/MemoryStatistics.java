package dev.whydunit.evidence.memory;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// `runtime.MemStats`, as a debug=1 heap profile ends with it or `/metrics` exposes it. Values by the field's name as
/// Go
/// spells it (`HeapInuse`, `HeapSys`, `StackInuse`, `NumGC`, `GCCPUFraction`, `MaxRSS`), bytes and counts as printed;
/// pairs such as `Stack = inuse / sys` are `StackInuse` and `StackSys`.
///
/// Source: `runtime/pprof/pprof.go` (`writeHeapInternal`).
public record MemoryStatistics(Origin origin, Cite cite, Map<String, Double> values) implements Evidence {

    public MemoryStatistics {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /// One figure by its Go name.
    public OptionalDouble value(String name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
