package dev.whydunit.diagnosis;

import dev.whydunit.evidence.Finding;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The answer.
///
/// @param outcome       which of the three kinds of answer
/// @param verdicts      in falling order of confidence
/// @param suspicions    candidates too weak for a verdict, in falling order: not part of the answer, but where to look
/// @param findings      all symptoms that were seen
/// @param checked       ids of the detectors that could look and saw nothing
/// @param notApplicable what could not be looked for
/// @param next          what to collect, where the answer is `undetermined`
/// @param faults        detectors that crashed: bugs of ours, isolated
public record Diagnosis(
        Outcome outcome,
        List<Verdict> verdicts,
        List<Verdict> suspicions,
        List<Finding> findings,
        List<String> checked,
        List<NotLooked> notApplicable,
        List<Collect> next,
        List<Fault> faults) {

    /// The three kinds of answer.
    public enum Outcome {
        DIAGNOSED,
        HEALTHY,
        UNDETERMINED
    }

    /// A detector without its evidence.
    public record NotLooked(String detector, String missing, String collect) {}

    /// A detector or cause that threw.
    public record Fault(String unit, String message) {}

    public Diagnosis {
        Objects.requireNonNull(outcome);
        verdicts = List.copyOf(verdicts);
        suspicions = List.copyOf(suspicions);
        findings = List.copyOf(findings);
        checked = List.copyOf(checked);
        notApplicable = List.copyOf(notApplicable);
        next = List.copyOf(next);
        faults = List.copyOf(faults);
    }

    /// The same answer without verdicts below a confidence: those are suspicions then, and where none is left the
    /// answer is `undetermined`.
    public Diagnosis atLeast(double confidence) {
        Predicate<Verdict> sure = verdict -> verdict.confidence() >= confidence;
        var kept = verdicts.stream().filter(sure).toList();
        if (kept.size() == verdicts.size()) {
            return this;
        }
        var unsure = verdicts.stream().filter(sure.negate());
        return new Diagnosis(
                kept.isEmpty() ? Outcome.UNDETERMINED : outcome,
                kept,
                Stream.concat(unsure, suspicions.stream()).toList(),
                findings,
                checked,
                notApplicable,
                next,
                faults);
    }
}
