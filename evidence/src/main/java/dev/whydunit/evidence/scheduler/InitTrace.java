package dev.whydunit.evidence.scheduler;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.util.List;
import java.util.Objects;

/// What the package initialisers cost, as `GODEBUG=inittrace=1` prints it.
public record InitTrace(Origin origin, Cite cite, List<Initialiser> initialisers) implements Evidence {

    /// One `init PKG @M ms, C ms clock, B bytes, A allocs` line.
    public record Initialiser(String packagePath, double atMillis, double clockMillis, long bytes, long allocations) {}

    public InitTrace {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        initialisers = List.copyOf(initialisers);
    }
}
