package dev.whydunit.diagnosis.weighing;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Verdict.Reason;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A cause bound to a subject, with what speaks for and against it.
///
/// @param carriers the findings that name the subject
/// @param reasons  all that speaks for it, the strongest first
/// @param against  all that speaks against it
/// @param score    log-odds
record Candidate(
        Cause cause,
        Subject subject,
        List<Finding> carriers,
        List<Reason> reasons,
        List<Reason> against,
        double score) {

    /// The places that its carriers rest on.
    Set<Cite> carrierCites() {
        return carriers.stream().flatMap(finding -> finding.cites().stream()).collect(Collectors.toSet());
    }

    /// Whether both rest on shared places or are about one subject: only then do they compete.
    boolean competesWith(Candidate other) {
        Set<Cite> mine = carrierCites();
        return other.carrierCites().stream().anyMatch(mine::contains)
                || (sharesKind(other) && subject.concerns(other.subject));
    }

    private boolean sharesKind(Candidate other) {
        return subject.kind().equals(other.subject.kind());
    }

    /// Every finding it uses.
    Stream<Finding> findings() {
        return reasons.stream().map(Reason::finding);
    }
}
