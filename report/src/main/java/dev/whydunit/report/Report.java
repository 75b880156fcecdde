package dev.whydunit.report;

import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import java.util.List;
import java.util.Objects;

/// All that a report is made of.
///
/// @param version   of whydunit
/// @param inputs    what was made of each input
/// @param evidence  what was read: for the drawings of the HTML report
/// @param diagnosis the answer
/// @param excerpts  the user's own bytes at a place
public record Report(
        String version, List<Input> inputs, List<Evidence> evidence, Diagnosis diagnosis, Excerpts excerpts) {

    /// One input.
    ///
    /// @param path     as the user named it
    /// @param bytes    of its content
    /// @param formats  names of the formats found in it; empty where none recognised it
    /// @param evidence pieces of evidence in it
    /// @param gaps     what could not be read
    public record Input(String path, long bytes, List<String> formats, int evidence, List<Gap> gaps) {
        public Input {
            Objects.requireNonNull(path);
            formats = List.copyOf(formats);
            gaps = List.copyOf(gaps);
        }
    }

    public Report {
        Objects.requireNonNull(version);
        inputs = List.copyOf(inputs);
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(diagnosis);
        Objects.requireNonNull(excerpts);
    }

    /// The gaps of all inputs.
    public List<Gap> gaps() {
        return inputs.stream().flatMap(input -> input.gaps().stream()).toList();
    }
}
