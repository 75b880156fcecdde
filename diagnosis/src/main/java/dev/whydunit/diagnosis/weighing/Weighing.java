package dev.whydunit.diagnosis.weighing;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.evidence.CauseId;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Weighs all causes of a catalogue against the findings of one process.
///
/// 1. Each cause makes a candidate for each subject that a finding names, scored in log-odds.
/// 2. What a sure candidate explains becomes its effect; a last resort gives way to anything sharper that
/// is sure.
/// 3. Candidates that rest on shared places or name one subject compete: the highest score stands.
///
/// Deterministic: candidates are ordered by score, then by id and subject.
public final class Weighing {

    /// A candidate below is no verdict: an even chance of being wrong is not worth waking a person for.
    public static final double VERDICT_THRESHOLD = 0.5;

    /// A candidate below is not worth a mention.
    public static final double SUSPICION_THRESHOLD = 0.12;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(
                    (Candidate candidate) -> -candidate.score())
            .thenComparing(candidate -> candidate.cause().id())
            .thenComparing(candidate -> candidate.subject().key());

    private final List<Cause> causes;
    private final Calibration calibration;

    public Weighing(List<Cause> causes, Calibration calibration) {
        this.causes = List.copyOf(causes);
        this.calibration = calibration;
    }

    /// The verdicts and suspicions of one process, the best first.
    public List<Verdict> weigh(ProcessView process, List<Finding> findings) {
        var scoring = new Scoring(process, findings);
        List<Candidate> candidates = causes.stream()
                .flatMap(cause -> scoring.candidates(cause).stream())
                .filter(candidate -> confidence(candidate) >= SUSPICION_THRESHOLD)
                .sorted(BEST_FIRST)
                .toList();
        List<Standing> standing = compete(giveWay(explainAway(candidates)));
        return standing.stream()
                .map(candidate -> verdict(process, candidate, findings))
                .toList();
    }

    /// A candidate with what it took from others.
    private static final class Standing {
        private final Candidate candidate;
        private final List<CauseId> effects = new ArrayList<>();
        private final List<CauseId> alternatives = new ArrayList<>();

        Standing(Candidate candidate) {
            this.candidate = candidate;
        }

        boolean explains(Candidate other) {
            return candidate.cause().explains().contains(other.cause().id())
                    && !other.cause().id().equals(candidate.cause().id());
        }
    }

    /// A candidate that a sure one explains is its effect, however high it scores itself: a deadlock's
    /// time-outs are as certain as the deadlock. Where two explain each other, the higher score is the
    /// cause.
    private List<Standing> explainAway(List<Candidate> bestFirst) {
        List<Standing> all = bestFirst.stream().map(Standing::new).toList();
        List<Standing> roots = new ArrayList<>();
        for (Standing one : all) {
            List<Standing> explaining = all.stream()
                    .filter(other -> other != one && isSure(other.candidate) && other.explains(one.candidate))
                    .filter(other -> !one.explains(other.candidate) || isBetter(other, one))
                    .toList();
            if (explaining.isEmpty()) {
                roots.add(one);
            } else if (isSure(one.candidate)) {
                explaining.forEach(
                        other -> other.effects.add(one.candidate.cause().id()));
            }
        }
        return roots;
    }

    private static boolean isBetter(Standing first, Standing second) {
        return BEST_FIRST.compare(first.candidate, second.candidate) < 0;
    }

    private List<Standing> compete(List<Standing> bestFirst) {
        List<Standing> winners = new ArrayList<>();
        for (Standing one : bestFirst) {
            winners.stream()
                    .filter(winner -> winner.candidate.competesWith(one.candidate))
                    .findFirst()
                    .ifPresentOrElse(
                            winner -> winner.alternatives.add(
                                    one.candidate.cause().id()),
                            () -> winners.add(one));
        }
        return winners;
    }

    private List<Standing> giveWay(List<Standing> standing) {
        boolean sharper = standing.stream().anyMatch(one -> isSure(one.candidate) && !isLastResort(one.candidate));
        return standing.stream()
                .filter(one -> !sharper || !isLastResort(one.candidate))
                .toList();
    }

    /// By its score: the map of confidences is fitted on verdicts, and makes none.
    private static boolean isSure(Candidate candidate) {
        return Calibration.probability(candidate.score()) >= VERDICT_THRESHOLD;
    }

    private static boolean isLastResort(Candidate candidate) {
        return candidate.cause().prior() == Cause.Prior.LAST_RESORT;
    }

    private double confidence(Candidate candidate) {
        if (!isSure(candidate)) {
            return Calibration.probability(candidate.score());
        }
        boolean proven = candidate.reasons().stream().anyMatch(reason -> reason.strength() == Clue.Strength.PROOF);
        return calibration.confidence(candidate.score(), proven);
    }

    private Verdict verdict(ProcessView process, Standing standing, List<Finding> seen) {
        Candidate candidate = standing.candidate;
        Cause cause = candidate.cause();
        Narrative narrative = cause.narrate(new Support(
                candidate.subject(),
                candidate.reasons().stream()
                        .map(Verdict.Reason::finding)
                        .distinct()
                        .toList()));
        Stream<String> symptoms = seen.stream()
                .map(Finding::id)
                .filter(cause.accountsFor()::contains)
                .map(FindingId::text);
        Stream<String> effects = standing.effects.stream().map(CauseId::text);
        return new Verdict(
                cause.id(),
                process.identity(),
                candidate.subject(),
                cause.severity(),
                candidate.score(),
                confidence(candidate),
                narrative,
                candidate.reasons(),
                candidate.against(),
                Stream.concat(effects, symptoms).distinct().sorted().toList(),
                standing.alternatives.stream().distinct().sorted().toList());
    }
}
