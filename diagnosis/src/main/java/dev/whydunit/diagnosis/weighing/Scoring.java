package dev.whydunit.diagnosis.weighing;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.Verdict.Reason;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Scores the candidates of one cause: log-odds of the prior, of each clue present, and of each clue that is absent
/// where whole evidence would show it.
final class Scoring {

    private static final Comparator<Reason> STRONGEST_FIRST = Comparator.comparing(Reason::strength)
            .thenComparing(reason -> reason.finding().id())
            .thenComparing(reason -> reason.finding().subject().key())
            .thenComparing(reason -> reason.finding().cites().getFirst());

    private final ProcessView process;
    private final List<Finding> findings;

    Scoring(ProcessView process, List<Finding> findings) {
        this.process = process;
        this.findings = findings;
    }

    /// One candidate for each distinct subject among the findings that name the subject of this cause.
    List<Candidate> candidates(Cause cause) {
        List<List<Finding>> bySubject = new ArrayList<>();
        for (Finding carrier : carriers(cause)) {
            bySubject.stream()
                    .filter(group -> group.getFirst().subject().concerns(carrier.subject()))
                    .findFirst()
                    .ifPresentOrElse(
                            group -> group.add(carrier), () -> bySubject.add(new ArrayList<>(List.of(carrier))));
        }
        return bySubject.stream().map(group -> score(cause, group)).toList();
    }

    private List<Finding> carriers(Cause cause) {
        return cause.clues().stream()
                .filter(clue -> clue.role() == Clue.Role.SUBJECT)
                .sorted(Comparator.comparing(Clue::strength))
                .flatMap(
                        clue -> findings.stream().filter(finding -> finding.id().equals(clue.finding())))
                .toList();
    }

    private Candidate score(Cause cause, List<Finding> carriers) {
        Subject subject = carriers.getFirst().subject();
        List<Reason> present = new ArrayList<>();
        double score = cause.prior().logOdds();
        for (Clue clue : cause.clues()) {
            List<Finding> matching = matching(clue, subject, carriers);
            matching.forEach(finding -> present.add(new Reason(finding, clue.strength(), clue.reason())));
            if (matching.isEmpty()) {
                score -= absenceWeight(clue);
            }
        }
        present.sort(STRONGEST_FIRST);
        List<Reason> reasons = present.stream()
                .filter(reason -> reason.strength().logOdds() > 0)
                .toList();
        List<Reason> against = present.stream()
                .filter(reason -> reason.strength().logOdds() < 0)
                .toList();
        return new Candidate(cause, subject, carriers, reasons, against, score + weight(reasons) + weight(against));
    }

    private List<Finding> matching(Clue clue, Subject subject, List<Finding> carriers) {
        return switch (clue.role()) {
            case SUBJECT ->
                carriers.stream()
                        .filter(finding -> finding.id().equals(clue.finding()))
                        .toList();
            case SAME_SUBJECT ->
                findings.stream()
                        .filter(finding -> finding.id().equals(clue.finding()))
                        .filter(finding -> finding.subject().concerns(subject))
                        .toList();
            case PROCESS ->
                findings.stream()
                        .filter(finding -> finding.id().equals(clue.finding()))
                        .toList();
        };
    }

    /// Each kind of finding counts once, and findings that rest on the same places count once: the strongest does.
    private static double weight(List<Reason> strongestFirst) {
        double sum = 0;
        Set<Object> counted = new HashSet<>();
        Set<Cite> places = new HashSet<>();
        for (Reason reason : strongestFirst) {
            List<Cite> cites = reason.finding().cites();
            if (!places.containsAll(cites) && counted.add(reason.finding().id())) {
                sum += reason.strength().logOdds();
            }
            places.addAll(cites);
        }
        return sum;
    }

    private double absenceWeight(Clue clue) {
        return clue.absence()
                .filter(absence -> isShownWhole(absence.shownBy()))
                .map(absence -> absence.strength().logOdds())
                .orElse(0.0);
    }

    private boolean isShownWhole(Class<? extends Evidence> type) {
        List<? extends Evidence> shown = process.all(type);
        return !shown.isEmpty() && shown.stream().allMatch(piece -> process.isWhole(piece.cite()));
    }
}
