package dev.whydunit.report.text;

import dev.whydunit.diagnosis.Collect;
import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.evidence.Cite;
import dev.whydunit.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A diagnosis as text: the verdict first, then its proof, what it explains, the fix, and what to collect.
public final class DiagnosisText {
    private static final int WIDTH = 100;

    /// Reasons shown of one verdict, and places of one reason: the text is to fit a screen.
    private static final int MOST_REASONS = 4;

    private static final int MOST_CITES = 2;

    private final Report report;
    private final Ink ink;
    private final boolean verbose;
    private final List<String> lines = new ArrayList<>();

    private DiagnosisText(Report report, Ink ink, boolean verbose) {
        this.report = report;
        this.ink = ink;
        this.verbose = verbose;
    }

    /// The lines of the text.
    ///
    /// @param top so many verdicts are shown at most
    /// @param verbose also what was checked, and every gap
    public static List<String> lines(Report report, int top, Ink ink, boolean verbose) {
        var text = new DiagnosisText(report, ink, verbose);
        text.write(top);
        return List.copyOf(text.lines);
    }

    private void write(int top) {
        var diagnosis = report.diagnosis();
        switch (diagnosis.outcome()) {
            case DIAGNOSED, HEALTHY -> diagnosis.verdicts().stream().limit(top).forEach(this::verdict);
            case UNDETERMINED -> undetermined(diagnosis);
        }
        int more = diagnosis.verdicts().size() - top;
        if (more > 0) {
            lines.add("and " + more + " more: --top " + diagnosis.verdicts().size());
        }
        unread();
        diagnosis.faults().forEach(fault -> lines.add("internal error in " + fault.unit() + ": " + fault.message()));
        if (verbose) {
            paragraph("Checked: ", String.join(", ", diagnosis.checked()));
        }
    }

    private void verdict(Verdict verdict) {
        lines.add(ink.strong(verdict.cause().text()) + "  " + percent(verdict.confidence()) + "  "
                + verdict.severity().name().toLowerCase(Locale.ROOT));
        paragraph("", verdict.narrative().title());
        paragraph("", verdict.narrative().explanation());
        if (!verdict.reasons().isEmpty()) {
            lines.add("Proof:");
            verdict.reasons().stream()
                    .limit(verbose ? Long.MAX_VALUE : MOST_REASONS)
                    .forEach(this::reason);
        }
        if (!verdict.effects().isEmpty()) {
            paragraph("Explains: ", String.join(", ", verdict.effects()));
        }
        paragraph("Fix: ", verdict.narrative().remedy().text());
        verdict.narrative().next().forEach(this::collect);
        lines.add("");
    }

    private void reason(Verdict.Reason reason) {
        paragraph("  - ", reason.finding().statement());
        reason.finding().cites().stream().limit(MOST_CITES).forEach(this::cite);
    }

    private void cite(Cite cite) {
        var place = cite.line() == 0 ? cite.path() : cite.path() + ":" + cite.line();
        lines.add("    "
                + ink.faint(printable(place)
                        + report.excerpts().at(cite).map(text -> "  " + text).orElse("")));
    }

    private void collect(Collect collect) {
        lines.add("Next: " + printable(collect.command()));
        paragraph("      ", collect.because());
    }

    private void undetermined(Diagnosis diagnosis) {
        lines.add(ink.strong("Can't tell") + " from this evidence. What would show more:");
        diagnosis.next().forEach(this::collect);
        lines.add("");
    }

    private void unread() {
        var gaps = report.gaps();
        if (gaps.isEmpty()) {
            return;
        }
        if (!verbose) {
            lines.add(gaps.size() + " parts could not be read; the first: " + gap(0) + " (all of them: --verbose)");
            return;
        }
        lines.add("Not read:");
        for (int i = 0; i < gaps.size(); i++) {
            lines.add("  " + gap(i));
        }
    }

    private String gap(int index) {
        var gap = report.gaps().get(index);
        return printable(gap.at().path() + ": " + gap.why());
    }

    private static String percent(double confidence) {
        return Math.round(100 * confidence) + " %";
    }

    /// Text folded at spaces, its continuation lines under its first word.
    private void paragraph(String start, String text) {
        var line = new StringBuilder(start);
        for (var word : printable(text).split(" ", -1)) {
            boolean first = line.toString().isBlank() || line.length() == start.length();
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(start.length()));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    /// Names come from the input: what a terminal would obey is taken out.
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
