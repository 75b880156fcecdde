package dev.whydunit.report.html;

import dev.whydunit.diagnosis.Collect;
import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.evidence.CauseId;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Frame;
import dev.whydunit.report.Places;
import dev.whydunit.report.Report;
import java.util.List;
import java.util.Locale;

/// The verdicts as cards: what, how sure, where, proof with the user's own lines, remedy, what to collect.
final class VerdictSection implements HtmlSection {
    /// Places of one reason that are shown at once.
    private static final int MOST_CITES = 4;

    private static final int MOST_FRAMES = 8;

    private final Report report;

    VerdictSection(Report report) {
        this.report = report;
    }

    @Override
    public String id() {
        return "verdicts";
    }

    @Override
    public String title() {
        return report.diagnosis().outcome() == Diagnosis.Outcome.UNDETERMINED ? "What to collect" : "Root causes";
    }

    @Override
    public boolean isShown() {
        return true;
    }

    @Override
    public void write(Html html) {
        var diagnosis = report.diagnosis();
        diagnosis.verdicts().forEach(verdict -> card(html, verdict));
        if (!diagnosis.next().isEmpty()) {
            html.open("article", "class", "card");
            next(html, diagnosis.next());
            html.close();
        }
        suspicions(html, diagnosis.suspicions());
    }

    /// The class of the colours of a severity.
    static String tone(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private void card(Html html, Verdict verdict) {
        var narrative = verdict.narrative();
        html.open("article", "class", "card " + tone(verdict.severity()));
        html.open("div", "class", "card-head");
        html.leaf("code", verdict.cause().text(), "class", "cause");
        html.leaf("span", tone(verdict.severity()), "class", "chip");
        confidence(html, verdict.confidence());
        html.close();
        html.leaf("h3", narrative.title());
        html.prose(narrative.explanation());
        places(html, verdict);
        reasons(html, "Proof", verdict.reasons());
        reasons(html, "Speaks against it", verdict.against());
        ids(html, "Explains", verdict.effects());
        ids(
                html,
                "Also weighed",
                verdict.alternatives().stream().map(CauseId::text).toList());
        remedy(html, narrative.remedy());
        next(html, narrative.next());
        html.close().newLine();
    }

    private static void confidence(Html html, double confidence) {
        var percent = Math.round(100 * confidence) + "%";
        html.open("span", "class", "confidence");
        html.open("span", "class", "meter", "aria-hidden", "true");
        html.open("span", "style", "width:" + percent).close(2);
        html.text(percent + " sure").close();
    }

    private static void places(Html html, Verdict verdict) {
        var frames = Places.frames(verdict.subject());
        if (frames.isEmpty()) {
            return;
        }
        html.leaf("h4", "Where").open("ol", "class", "frames");
        frames.stream().limit(MOST_FRAMES).forEach(frame -> frame(html, frame));
        html.close();
    }

    private static void frame(Html html, Frame frame) {
        html.open("li").leaf("code", frame.function().canonical(), "class", "function");
        frame.location().ifPresent(line -> html.text(" ").leaf("code", line.toString(), "class", "place"));
        html.close();
    }

    private void reasons(Html html, String heading, List<Verdict.Reason> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        html.leaf("h4", heading).open("ul", "class", "reasons");
        for (var reason : reasons) {
            var strength = reason.strength().name().toLowerCase(Locale.ROOT);
            html.open("li").leaf("span", strength, "class", "strength " + strength);
            html.open("div").prose(reason.finding().statement());
            html.prose(reason.why(), "class", "why");
            cites(html, reason.finding().cites());
            html.close(2);
        }
        html.close();
    }

    private void cites(Html html, List<Cite> cites) {
        html.open("ul", "class", "cites");
        for (var cite : cites.stream().limit(MOST_CITES).toList()) {
            html.open("li").leaf("code", Places.of(cite), "class", "place");
            report.excerpts().at(cite).ifPresent(line -> html.leaf("code", line, "class", "excerpt"));
            html.close();
        }
        int more = cites.size() - MOST_CITES;
        if (more > 0) {
            html.leaf("li", "and " + Counted.of(more, "more place"), "class", "more");
        }
        html.close();
    }

    private static void ids(Html html, String heading, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        html.open("p", "class", "ids").leaf("strong", heading + " ");
        ids.forEach(id -> html.leaf("code", id).text(" "));
        html.close();
    }

    private static void remedy(Html html, Remedy remedy) {
        html.leaf("h4", "Fix").prose(remedy.text());
        if (remedy.before().isEmpty() && remedy.after().isEmpty()) {
            return;
        }
        html.open("pre", "class", "diff", "tabindex", "0");
        remedy.before().ifPresent(code -> side(html, code, "removed", "- "));
        remedy.after().ifPresent(code -> side(html, code, "added", "+ "));
        html.close();
    }

    private static void side(Html html, String code, String kind, String mark) {
        code.lines()
                .forEach(line -> html.open("span", "class", kind)
                        .raw(mark)
                        .lines(line)
                        .close()
                        .newLine());
    }

    private static void next(Html html, List<Collect> next) {
        if (next.isEmpty()) {
            return;
        }
        html.leaf("h4", "Collect next").open("ul", "class", "collect");
        for (var one : next) {
            html.open("li").leaf("strong", one.what()).text(": " + one.because());
            html.open("pre", "class", "command", "tabindex", "0")
                    .lines(one.command())
                    .close(2);
        }
        html.close();
    }

    private static void suspicions(Html html, List<Verdict> suspicions) {
        if (suspicions.isEmpty()) {
            return;
        }
        html.open("details").leaf("summary", "Too weak for a verdict: " + Counted.of(suspicions.size(), "suspicion"));
        html.open("ul");
        for (var one : suspicions) {
            html.open("li").leaf("code", one.cause().text());
            html.text(" " + Math.round(100 * one.confidence()) + "%: "
                    + one.narrative().title());
            html.close();
        }
        html.close(2);
    }
}
