package dev.whydunit.evidence.crash;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.util.Objects;
import java.util.Optional;

/// A line that says how a process or test ended: `exit status 2`, `signal: killed`, `panic: test timed out after 30s`.
///
/// @param kind   what it says
/// @param text   the line
/// @param detail the code, the signal's name, the time-out or the running test, as printed
public record ProcessEnd(Origin origin, Cite cite, Kind kind, String text, Optional<String> detail)
        implements Evidence {

    /// How it ended.
    public enum Kind {
        EXIT_STATUS,
        SIGNALLED,
        TEST_TIMEOUT,
        TEST_FAILED
    }

    public ProcessEnd {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
        Objects.requireNonNull(detail);
    }
}
