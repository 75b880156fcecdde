package dev.whydunit.evaluation.measure;

import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.evaluation.cases.RecordedCase;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What the diagnosis made of a case.
///
/// @param of       the case
/// @param verdicts in falling order of confidence; none where it could not tell
/// @param time     reading and diagnosing
public record CaseResult(RecordedCase of, List<Verdict> verdicts, Duration time) {

    public CaseResult {
        Objects.requireNonNull(of);
        verdicts = List.copyOf(verdicts);
        Objects.requireNonNull(time);
    }

    static CaseResult of(RecordedCase recorded, Diagnosis diagnosis, Duration time) {
        return new CaseResult(recorded, diagnosis.verdicts(), time);
    }

    /// The first verdict's cause, or that there is none.
    public String answer() {
        return verdicts.isEmpty()
                ? RecordedCase.UNDETERMINED
                : verdicts.getFirst().cause().text();
    }

    /// Whether the first answer is right.
    public boolean isRight() {
        return of.accepts(answer());
    }

    /// Whether one of the first answers is right.
    public boolean isRightWithin(int first) {
        return isRight()
                || verdicts.stream()
                        .limit(first)
                        .anyMatch(verdict -> of.accepts(verdict.cause().text()));
    }

    /// Whether the first verdict is about a fault.
    public boolean isAccusation() {
        return !verdicts.isEmpty() && !answer().equals(RecordedCase.HEALTHY);
    }

    /// Whether the case says where to look, and the first verdict is the cause that it speaks of.
    public boolean hasSubject() {
        return of.subject().isPresent() && isAccusation() && of.causes().contains(answer());
    }

    /// Whether the first verdict points where the case says.
    public boolean isSubjectRight() {
        return hasSubject()
                && names(verdicts.getFirst().subject())
                        .anyMatch(
                                name -> of.subject().orElseThrow().matcher(name).find());
    }

    private static Stream<String> names(Subject subject) {
        return Stream.concat(
                Stream.of(subject.key()), subject.functions().stream().map(FunctionName::canonical));
    }
}
