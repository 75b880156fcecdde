package dev.whydunit.diagnosis;

import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a candidate verdict rests on: its subject, and the findings that speak for it, the strongest first.
public record Support(Subject subject, List<Finding> findings) {

    public Support {
        Objects.requireNonNull(subject);
        findings = List.copyOf(findings);
    }

    /// The first finding of that id.
    public Optional<Finding> finding(String id) {
        var wanted = new FindingId(id);
        return findings.stream().filter(finding -> finding.id().equals(wanted)).findFirst();
    }

    /// A figure of the first finding that has it, as text.
    public Optional<String> figure(Measure measure) {
        return findings.stream()
                .flatMap(finding -> finding.number(measure).stream())
                .map(Quantity::text)
                .findFirst();
    }

    /// The statements of the findings, as sentences in a row.
    public String statements() {
        return String.join(" ", findings.stream().map(Finding::statement).toList());
    }

    /// The subject's first function with its place, for a title; the subject's kind where it has none.
    public String place() {
        return subject.frames().stream()
                .findFirst()
                .map(frame -> frame.function().canonical())
                .orElseGet(subject::key);
    }
}
