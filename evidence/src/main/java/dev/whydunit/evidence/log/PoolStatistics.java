package dev.whydunit.evidence.log;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/// Figures of a connection pool over time, as logs and metrics state them: `in_use=10 idle=0 wait_count=532`.
public record PoolStatistics(Origin origin, Cite cite, String pool, List<Sample> samples) implements Evidence {

    /// One statement; empty where the line does not say it.
    ///
    /// @param max        connections allowed
    /// @param open       connections open
    /// @param inUse      connections handed out
    /// @param idle       connections free
    /// @param waitCount  callers that had to wait, since the start
    /// @param waitMillis how long they waited together
    public record Sample(
            OptionalLong max,
            OptionalLong open,
            OptionalLong inUse,
            OptionalLong idle,
            OptionalLong waitCount,
            OptionalLong waitMillis,
            Cite cite) {}

    public PoolStatistics {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        Objects.requireNonNull(pool);
        samples = List.copyOf(samples);
    }
}
