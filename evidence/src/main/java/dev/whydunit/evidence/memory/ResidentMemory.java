package dev.whydunit.evidence.memory;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.util.Objects;

/// A resident set size that a log line, a metric or `ps` output states for the process.
///
/// @param bytes what the process held in RAM
/// @param text  the wording it was read from
public record ResidentMemory(Origin origin, Cite cite, long bytes, String text) implements Evidence {
    public ResidentMemory {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        Objects.requireNonNull(text);
    }

    /// Whether it is the part without mapped files (`RssAnon` of `/proc/PID/status`).
    public boolean isAnonymous() {
        return text.startsWith("RssAnon");
    }
}
