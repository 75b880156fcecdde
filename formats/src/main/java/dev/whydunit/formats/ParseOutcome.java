package dev.whydunit.formats;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import java.util.List;
import java.util.Objects;

/// What became of an input: unrecognised, malformed and empty are different things.
public sealed interface ParseOutcome {

    /// Read; the gaps say what was lost.
    record Parsed(List<Evidence> evidence, List<Gap> gaps) implements ParseOutcome {
        public Parsed {
            evidence = List.copyOf(evidence);
            gaps = List.copyOf(gaps);
        }
    }

    /// Not of this format.
    record Unrecognized() implements ParseOutcome {}

    /// Of this format and broken.
    ///
    /// @param at       where it breaks
    /// @param expected one sentence: what should stand there
    /// @param salvaged what could be read before
    record Malformed(Cite at, String expected, List<Evidence> salvaged) implements ParseOutcome {
        public Malformed {
            Objects.requireNonNull(at);
            Objects.requireNonNull(expected);
            salvaged = List.copyOf(salvaged);
        }
    }
}
