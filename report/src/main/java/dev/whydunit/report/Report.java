package dev.whydunit.report;

import dev.whydunit.diagnosis.Collect;
import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// All that a report is made of.
///
/// @param version   of whydunit
/// @param inputs    what was made of each input
/// @param evidence  what was read: for the drawings of the HTML report
/// @param diagnosis the answer
/// @param excerpts  the user's own bytes at a place
/// @param words     how a text of the evidence is told: as it is, or with stand-ins for what is nobody's business
public record Report(
        String version,
        List<Input> inputs,
        List<Evidence> evidence,
        Diagnosis diagnosis,
        Excerpts excerpts,
        Wording words) {

    /// How texts and paths of the evidence are told.
    public interface Wording {

        /// Everything as it is.
        Wording PLAIN = new Wording() {
            @Override
            public String text(String text) {
                return text;
            }

            @Override
            public String line(String line) {
                return line;
            }

            @Override
            public String path(String path) {
                return path;
            }
        };

        /// A text that may hold anything: a message, a label.
        String text(String text);

        /// A line of the user's own input, or a text that quotes one.
        String line(String line);

        /// The path of an input.
        String path(String path);
    }

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
        Objects.requireNonNull(words);
    }

    /// A report that tells everything.
    public Report(String version, List<Input> inputs, List<Evidence> evidence, Diagnosis diagnosis, Excerpts excerpts) {
        this(version, inputs, evidence, diagnosis, excerpts, Wording.PLAIN);
    }

    /// The gaps of all inputs.
    public List<Gap> gaps() {
        return inputs.stream().flatMap(input -> input.gaps().stream()).toList();
    }

    /// A place of the evidence as it is told.
    public Cite place(Cite cite) {
        return new Cite(words.path(cite.path()), cite.line(), cite.from(), cite.to());
    }

    /// What to collect, of the answer and of all verdicts, each once.
    public List<Collect> toCollect() {
        return Stream.concat(
                        diagnosis.next().stream(),
                        diagnosis.verdicts().stream().flatMap(verdict -> verdict.narrative().next().stream()))
                .distinct()
                .toList();
    }
}
