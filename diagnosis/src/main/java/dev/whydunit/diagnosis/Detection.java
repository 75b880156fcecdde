package dev.whydunit.diagnosis;

import dev.whydunit.evidence.Finding;
import java.util.List;
import java.util.Objects;

/// What a detector answers.
public sealed interface Detection {

    /// The symptom is there.
    record Fired(List<Finding> findings) implements Detection {
        public Fired {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("fired without a finding");
            }
        }
    }

    /// The evidence was enough to see it, and it is not there.
    record Quiet() implements Detection {}

    /// The evidence cannot show it.
    ///
    /// @param missing what is missing
    /// @param collect the command that collects it
    record NotApplicable(String missing, String collect) implements Detection {
        public NotApplicable {
            Objects.requireNonNull(missing);
            Objects.requireNonNull(collect);
        }
    }

    /// Fired where there are findings, else quiet.
    static Detection of(List<Finding> findings) {
        return findings.isEmpty() ? new Quiet() : new Fired(findings);
    }
}
