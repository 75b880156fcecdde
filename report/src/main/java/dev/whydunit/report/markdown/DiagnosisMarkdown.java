package dev.whydunit.report.markdown;

import dev.whydunit.diagnosis.Collect;
import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.evidence.Frame;
import dev.whydunit.report.Places;
import dev.whydunit.report.Report;
import java.util.List;
import java.util.Locale;

/// A diagnosis as Markdown, in the order of a post-mortem: summary, causes with proof and remedy, time line, what was
/// looked for, what to collect, inputs.
public final class DiagnosisMarkdown {
    /// Places of one reason: the rest is in the JSON.
    private static final int MOST_CITES = 3;

    private static final int MOST_FRAMES = 6;

    private final Report report;
    private final MarkdownWriter out = new MarkdownWriter();

    private DiagnosisMarkdown(Report report) {
        this.report = report;
    }

    /// The whole document.
    public static String of(Report report) {
        return new DiagnosisMarkdown(report).write();
    }

    private String write() {
        var diagnosis = report.diagnosis();
        out.heading(1, "Why it broke");
        summary(diagnosis);
        for (int i = 0; i < diagnosis.verdicts().size(); i++) {
            verdict(i + 1, diagnosis.verdicts().get(i));
        }
        timeline();
        looked(diagnosis);
        collect();
        inputs();
        out.paragraph("Written by whydunit " + report.version() + ".");
        return out.toString();
    }

    private void summary(Diagnosis diagnosis) {
        out.heading(2, "Summary");
        switch (diagnosis.outcome()) {
            case DIAGNOSED -> {
                out.tableHead("Cause", "Confidence", "Severity", "What");
                diagnosis.verdicts().forEach(this::summaryRow);
                out.end();
            }
            case HEALTHY -> diagnosis.verdicts().forEach(this::healthy);
            case UNDETERMINED -> out.paragraph("Can't tell from this evidence. What would show more stands below.");
        }
        diagnosis.faults().forEach(fault -> out.item("internal error in " + fault.unit() + ": " + fault.message()));
    }

    private void summaryRow(Verdict verdict) {
        out.row(
                MarkdownWriter.code(verdict.cause().text()),
                percent(verdict),
                severity(verdict),
                MarkdownWriter.text(verdict.narrative().title()));
    }

    private void healthy(Verdict verdict) {
        out.paragraph(verdict.narrative().title() + " (" + percent(verdict) + ").");
    }

    private void verdict(int number, Verdict verdict) {
        out.heading(2, number + ". " + verdict.narrative().title());
        out.raw(MarkdownWriter.code(verdict.cause().text()) + ", " + percent(verdict) + ", " + severity(verdict));
        out.paragraph(verdict.narrative().explanation());
        places(verdict);
        proof("Proof", verdict.reasons());
        proof("What speaks against it", verdict.against());
        if (!verdict.effects().isEmpty()) {
            out.paragraph("It explains: " + String.join(", ", verdict.effects()) + ".");
        }
        remedy(verdict.narrative().remedy());
    }

    private void places(Verdict verdict) {
        var frames = Places.frames(verdict.subject());
        if (frames.isEmpty()) {
            return;
        }
        out.heading(3, "Where");
        frames.stream().limit(MOST_FRAMES).map(DiagnosisMarkdown::place).forEach(out::rawItem);
        out.end();
    }

    private static String place(Frame frame) {
        return MarkdownWriter.code(frame.function().canonical())
                + frame.location()
                        .map(line -> " at " + MarkdownWriter.code(line.toString()))
                        .orElse("");
    }

    private void proof(String heading, List<Verdict.Reason> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        out.heading(3, heading);
        out.tableHead("Strength", "Seen", "Why it counts", "Place");
        for (var reason : reasons) {
            out.row(
                    reason.strength().name().toLowerCase(Locale.ROOT),
                    MarkdownWriter.text(reason.finding().statement()),
                    MarkdownWriter.text(reason.why()),
                    cites(reason));
        }
        out.end();
        reasons.stream()
                .flatMap(reason -> reason.finding().cites().stream().limit(1))
                .distinct()
                .forEach(cite -> report.excerpts().at(cite).ifPresent(text -> out.code(Places.of(cite), text)));
    }

    private static String cites(Verdict.Reason reason) {
        var cites = reason.finding().cites();
        var shown = cites.stream()
                .limit(MOST_CITES)
                .map(cite -> MarkdownWriter.code(Places.of(cite)))
                .toList();
        int more = cites.size() - shown.size();
        return String.join("<br>", shown) + (more > 0 ? "<br>and " + more + " more" : "");
    }

    private void remedy(Remedy remedy) {
        out.heading(3, "Remedy");
        out.paragraph(remedy.text());
        remedy.before().ifPresent(code -> out.code("Before", code));
        remedy.after().ifPresent(code -> out.code("After", code));
    }

    private void timeline() {
        var entries = Timeline.of(report);
        if (entries.isEmpty()) {
            return;
        }
        out.heading(2, "Time line");
        out.tableHead("Time (UTC)", "Evidence", "Place");
        for (var entry : entries) {
            out.row(entry.when(), MarkdownWriter.text(entry.what()), MarkdownWriter.code(Places.of(entry.cite())));
        }
        out.end();
    }

    private void looked(Diagnosis diagnosis) {
        out.heading(2, "What was looked for");
        out.paragraph(
                diagnosis.checked().isEmpty()
                        ? "Nothing could be ruled out."
                        : "Looked for and not seen: " + String.join(", ", diagnosis.checked()) + ".");
        if (!diagnosis.notApplicable().isEmpty()) {
            out.tableHead("Not looked for", "Missing", "Collect it with");
            diagnosis
                    .notApplicable()
                    .forEach(one -> out.row(
                            MarkdownWriter.text(one.detector()),
                            MarkdownWriter.text(one.missing()),
                            MarkdownWriter.code(one.collect())));
            out.end();
        }
    }

    private void collect() {
        var wanted = report.toCollect();
        if (wanted.isEmpty()) {
            return;
        }
        out.heading(2, "What to collect next");
        for (Collect one : wanted) {
            out.paragraph(one.what() + ": " + one.because());
            out.code("", one.command());
        }
    }

    private void inputs() {
        out.heading(2, "Inputs");
        out.tableHead("Path", "Bytes", "Format", "Pieces of evidence");
        for (var input : report.inputs()) {
            var format = input.formats().isEmpty() ? "not recognised" : String.join(", ", input.formats());
            out.row(
                    MarkdownWriter.code(input.path()),
                    Long.toString(input.bytes()),
                    MarkdownWriter.text(format),
                    Integer.toString(input.evidence()));
        }
        out.end();
        if (!report.gaps().isEmpty()) {
            out.heading(3, "Not read");
            report.gaps().forEach(gap -> out.item(Places.of(gap.at()) + ": " + gap.why()));
            out.end();
        }
    }

    private static String percent(Verdict verdict) {
        return Math.round(100 * verdict.confidence()) + " %";
    }

    private static String severity(Verdict verdict) {
        return verdict.severity().name().toLowerCase(Locale.ROOT);
    }
}
