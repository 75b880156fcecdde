package dev.whydunit.evaluation.measure;

import dev.whydunit.evaluation.cases.RecordedCase;
import dev.whydunit.evaluation.measure.Reliability.Claim;
import java.util.List;
import java.util.function.Predicate;

/// The results of cases, and what they come to. Shares are 0..1; of nothing they are 1, and false alarms 0.
///
/// @param results in the order of the cases
public record Evaluation(List<CaseResult> results) {

    private static final int FIRST_FEW = 3;

    public Evaluation {
        results = List.copyOf(results);
    }

    /// Those of recorded evidence, or of composed one.
    public Evaluation part(boolean composed) {
        return new Evaluation(results.stream()
                .filter(result -> result.of().composed() == composed)
                .toList());
    }

    /// The share of cases whose first answer is right.
    public double top1() {
        return share(results, CaseResult::isRight);
    }

    /// The share of cases with a right answer among the first three.
    public double top3() {
        return share(results, result -> result.isRightWithin(FIRST_FEW));
    }

    /// Of the cases that are answered rightly and say where to look: the share of those with the right
    /// subject.
    public double subjects() {
        return share(
                results.stream()
                        .filter(CaseResult::isRight)
                        .filter(CaseResult::hasSubject)
                        .toList(),
                CaseResult::isSubjectRight);
    }

    /// The share of healthy cases in which a fault is reported.
    public double falseAlarms() {
        List<CaseResult> healthy = results.stream()
                .filter(result -> result.of().causes().contains(RecordedCase.HEALTHY))
                .toList();
        return healthy.isEmpty() ? 0 : share(healthy, result -> result.isAccusation() && !result.isRight());
    }

    /// How often first verdicts of a confidence are right.
    public Reliability reliability() {
        return Reliability.of(results.stream()
                .filter(result -> !result.verdicts().isEmpty())
                .map(result -> new Claim(result.verdicts().getFirst().confidence(), result.isRight(), 1))
                .toList());
    }

    private static double share(List<CaseResult> of, Predicate<CaseResult> which) {
        return of.isEmpty() ? 1 : (double) of.stream().filter(which).count() / of.size();
    }
}
