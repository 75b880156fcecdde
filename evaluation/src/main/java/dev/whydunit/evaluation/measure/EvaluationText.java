package dev.whydunit.evaluation.measure;

import dev.whydunit.evaluation.measure.Reliability.Bin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Results for a terminal: what went wrong first, then the figures.
public final class EvaluationText {

    private EvaluationText() {}

    public static List<String> lines(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        evaluation.results().stream().filter(result -> !result.isRight()).forEach(result -> lines.add(miss(result)));
        evaluation.results().stream()
                .filter(result -> result.isRight() && result.hasSubject() && !result.isSubjectRight())
                .forEach(result -> lines.add(wrongSubject(result)));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(figures("recorded", evaluation.part(false)));
        Evaluation composed = evaluation.part(true);
        if (!composed.results().isEmpty()) {
            lines.addAll(figures("composed", composed));
        }
        return lines;
    }

    /// What a fit of the calibration found.
    public static List<String> lines(CalibrationFit fit) {
        List<String> lines = new ArrayList<>();
        lines.add("%-24s %8d".formatted("recordings", fit.recordings()));
        lines.add(
                String.format(Locale.ROOT, "%-24s %8.3f", "slope", fit.fitted().slope()));
        lines.add(
                String.format(Locale.ROOT, "%-24s %8.3f", "shift", fit.fitted().shift()));
        lines.add(String.format(
                Locale.ROOT, "%-24s %8.3f", "error, leaving one out", fit.left().error()));
        lines.add("");
        lines.addAll(table(fit.left()));
        return lines;
    }

    private static List<String> table(Reliability reliability) {
        List<String> lines = new ArrayList<>();
        lines.add("confidence      verdicts    right");
        reliability.bins().stream()
                .filter(bin -> bin.verdicts() > 0)
                .map(EvaluationText::bin)
                .forEach(lines::add);
        return lines;
    }

    private static String miss(CaseResult result) {
        return "wrong    %s: expected %s, got %s"
                .formatted(result.of().name(), String.join(" or ", result.of().causes()), answer(result));
    }

    private static String answer(CaseResult result) {
        return result.verdicts().isEmpty()
                ? result.answer()
                : String.format(
                        Locale.ROOT,
                        "%s (%.2f)",
                        result.answer(),
                        result.verdicts().getFirst().confidence());
    }

    private static String wrongSubject(CaseResult result) {
        return "subject  %s: expected %s, got %s"
                .formatted(
                        result.of().name(),
                        result.of().subject().orElseThrow(),
                        result.verdicts().getFirst().subject().functions());
    }

    private static List<String> figures(String what, Evaluation evaluation) {
        Reliability reliability = evaluation.reliability();
        long millis = evaluation.results().stream()
                .mapToLong(result -> result.time().toMillis())
                .sum();
        List<String> lines = new ArrayList<>();
        lines.add("%-24s %8d".formatted(what + " cases", evaluation.results().size()));
        lines.add(percent("first answer right", evaluation.top1()));
        lines.add(percent("among the first three", evaluation.top3()));
        lines.add(percent("subject right", evaluation.subjects()));
        lines.add(percent("false alarms", evaluation.falseAlarms()));
        lines.add(String.format(Locale.ROOT, "%-24s %8.3f", "calibration error", reliability.error()));
        lines.add(String.format(Locale.ROOT, "%-24s %7.1fs", "time", millis / 1000.0));
        lines.add("");
        lines.addAll(table(reliability));
        return lines;
    }

    private static String percent(String what, double share) {
        return String.format(Locale.ROOT, "%-24s %7.1f%%", what, share * 100);
    }

    private static String bin(Bin bin) {
        return String.format(
                Locale.ROOT,
                "%.2f to %.2f    %8d %7.1f%%",
                bin.from(),
                bin.to(),
                bin.verdicts(),
                100.0 * bin.right() / bin.verdicts());
    }
}
