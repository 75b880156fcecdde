package dev.whydunit.diagnosis;

import dev.whydunit.evidence.CauseId;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.ProcessIdentity;
import dev.whydunit.evidence.Subject;
import java.util.List;
import java.util.Objects;

/// A root cause, bound to a subject, with its confidence.
///
/// @param process    whose
/// @param score      log-odds before the map to a confidence
/// @param confidence calibrated, 0..1
/// @param reasons    the findings that speak for it, each with strength and reason, the strongest first
/// @param against    those that speak against it
/// @param effects    ids of causes and symptoms that it explains, which were seen
/// @param alternatives other causes that were weighed over the same findings and lost
public record Verdict(
        CauseId cause,
        ProcessIdentity process,
        Subject subject,
        Severity severity,
        double score,
        double confidence,
        Narrative narrative,
        List<Reason> reasons,
        List<Reason> against,
        List<String> effects,
        List<CauseId> alternatives) {

    /// A finding with what it means for the cause.
    public record Reason(Finding finding, Clue.Strength strength, String why) {
        public Reason {
            Objects.requireNonNull(finding);
            Objects.requireNonNull(strength);
            Objects.requireNonNull(why);
        }
    }

    public Verdict {
        Objects.requireNonNull(cause);
        Objects.requireNonNull(process);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(narrative);
        reasons = List.copyOf(reasons);
        against = List.copyOf(against);
        effects = List.copyOf(effects);
        alternatives = List.copyOf(alternatives);
    }
}
