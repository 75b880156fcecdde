package dev.whydunit.report;

import dev.whydunit.evidence.Cite;
import java.util.Optional;

/// Shows what stands at a place of the user's input.
public interface Excerpts {

    /// No input can be shown.
    Excerpts NONE = _ -> Optional.empty();

    /// The first line at the place, cut to a readable length; empty where it cannot be read any more.
    Optional<String> at(Cite cite);
}
