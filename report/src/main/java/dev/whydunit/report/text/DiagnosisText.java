package dev.whydunit.report.text;

import dev.whydunit.diagnosis.Collect;
import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.evidence.Cite;
import dev.whydunit.report.Places;
import dev.whydunit.report.Printable;
import dev.whydunit.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A diagnosis as text: the verdict first, then its proof, what it explains, the fix, and what to collect.
public final class DiagnosisText {
    private static final int WIDTH = 100;

    /// Without `--verbose`: a screen.
    private static final int MOST_LINES = 40;

    /// A place with its line: longer ones are cut in the middle of the path's folders or at the line's end.
    private static final int CITE_WIDTH = WIDTH - 4;

    private final Report report;
    private final Ink ink;
    private final boolean verbose;
    private final Detail detail;
    private final List<String> lines = new ArrayList<>();

    private DiagnosisText(Report report, Ink ink, boolean verbose, Detail detail) {
        this.report = report;
        this.ink = ink;
        this.verbose = verbose;
        this.detail = detail;
    }

    /// The lines of the text.
    ///
    /// @param top so many verdicts are shown at most
    /// @param verbose everything: all reasons, what was checked, every gap; otherwise at most 40 lines
    public static List<String> lines(Report report, int top, Ink ink, boolean verbose) {
        if (verbose) {
            return new DiagnosisText(report, ink, true, Detail.VERBOSE.atMost(top)).write();
        }
        List<String> lines = List.of();
        for (var detail : Detail.ladder(top)) {
            lines = new DiagnosisText(report, ink, false, detail).write();
            if (lines.size() <= MOST_LINES) {
                return lines;
            }
        }
        return lines.subList(0, MOST_LINES);
    }

    private List<String> write() {
        var diagnosis = report.diagnosis();
        switch (diagnosis.outcome()) {
            case DIAGNOSED, HEALTHY ->
                diagnosis.verdicts().stream().limit(detail.verdicts()).forEach(this::verdict);
            case UNDETERMINED -> undetermined(diagnosis);
        }
        int more = diagnosis.verdicts().size() - detail.verdicts();
        if (more > 0) {
            lines.add("and " + more + " more: --verbose --top "
                    + diagnosis.verdicts().size());
        }
        unread();
        diagnosis
                .faults()
                .forEach(fault -> paragraph("", "internal error in " + fault.unit() + ": " + fault.message()));
        if (verbose) {
            paragraph("Checked: ", String.join(", ", diagnosis.checked()));
        }
        return List.copyOf(lines);
    }

    private void verdict(Verdict verdict) {
        lines.add(ink.strong(verdict.cause().text()) + "  " + percent(verdict.confidence()) + "  "
                + verdict.severity().name().toLowerCase(Locale.ROOT));
        paragraph("", verdict.narrative().title());
        paragraph("", verdict.narrative().explanation());
        if (!verdict.reasons().isEmpty()) {
            lines.add("Proof:");
            verdict.reasons().stream().limit(detail.reasons()).forEach(this::reason);
        }
        if (!verdict.effects().isEmpty()) {
            paragraph("Explains: ", String.join(", ", verdict.effects()));
        }
        paragraph("Fix: ", verdict.narrative().remedy().text());
        verdict.narrative().next().stream().limit(detail.collections()).forEach(this::collect);
        lines.add("");
    }

    private void reason(Verdict.Reason reason) {
        paragraph("  - ", reason.finding().statement());
        reason.finding().cites().stream().limit(detail.cites()).forEach(this::cite);
    }

    private void cite(Cite cite) {
        var place = Printable.line(Places.of(cite));
        var excerpt = report.excerpts().at(cite).map(text -> "  " + Printable.line(text));
        var line = place + excerpt.orElse("");
        // The place stays whole, it is there to be copied.
        int room = Math.max(CITE_WIDTH, place.length());
        lines.add("    " + ink.faint(line.length() <= room ? line : line.substring(0, room - 1) + "…"));
    }

    private void collect(Collect collect) {
        lines.add("Next: " + Printable.line(collect.command()));
        paragraph("      ", collect.because());
    }

    private void undetermined(Diagnosis diagnosis) {
        lines.add(ink.strong("Can't tell") + " from this evidence. What would show more:");
        diagnosis.next().stream().limit(detail.collections()).forEach(this::collect);
        lines.add("");
    }

    private void unread() {
        var gaps = report.gaps();
        if (gaps.isEmpty()) {
            return;
        }
        if (!verbose) {
            var parts = gaps.size() == 1 ? "1 part" : gaps.size() + " parts";
            paragraph("", parts + " could not be read; the first: " + gap(0) + " (all of them: --verbose)");
            return;
        }
        lines.add("Not read:");
        for (int i = 0; i < gaps.size(); i++) {
            lines.add("  " + gap(i));
        }
    }

    private String gap(int index) {
        var gap = report.gaps().get(index);
        return Printable.line(Places.of(gap.at()) + ": " + gap.why());
    }

    private static String percent(double confidence) {
        return Math.round(100 * confidence) + " %";
    }

    /// Text folded at spaces, its continuation lines under its first word, cut where it is longer than it may be.
    private void paragraph(String start, String text) {
        var folded = new ArrayList<String>();
        var line = new StringBuilder(start);
        boolean first = true;
        for (var word : Printable.line(text).split(" ", -1)) {
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                folded.add(line.toString());
                line = new StringBuilder(" ".repeat(start.length()));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        folded.add(line.toString());
        int shown = Math.min(folded.size(), detail.lines());
        lines.addAll(folded.subList(0, shown));
        if (shown < folded.size()) {
            lines.set(lines.size() - 1, lines.getLast() + " …");
        }
    }
}
