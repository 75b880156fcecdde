package dev.whydunit.report.html;

import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A diagnosis as one HTML file.
public final class DiagnosisHtml {
    private static final List<String> SCRIPTS =
            List.of("theme.js", "tables.js", "waits.js", "flame-model.js", "flame-view.js");

    private final Report report;
    private final List<HtmlSection> sections;

    private DiagnosisHtml(Report report) {
        this.report = report;
        this.sections = List.<HtmlSection>of(
                        new VerdictSection(report),
                        new WaitSection(report),
                        new GoroutineSection(report),
                        new FlameSection(report),
                        new GcSection(report),
                        new LookedSection(report),
                        new InputSection(report))
                .stream()
                .filter(HtmlSection::isShown)
                .toList();
    }

    /// The whole document.
    public static String of(Report report) {
        return new DiagnosisHtml(report).write();
    }

    private String write() {
        var html = new Html();
        html.raw("<!doctype html>\n").open("html", "lang", "en");
        head(html);
        html.open("body");
        html.leaf("a", "Skip to the answer", "class", "skip", "href", "#main");
        banner(html);
        html.open("main", "id", "main");
        sections.forEach(section -> section(html, section));
        html.close();
        html.leaf("footer", "Written by whydunit " + report.version() + ".");
        SCRIPTS.forEach(script -> html.open("script").raw(resource(script)).close());
        html.close(2).newLine();
        return html.toString();
    }

    private void head(Html html) {
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:");
        html.leaf("title", headline() + " - whydunit");
        html.open("style").raw(resource("report.css")).close().close().newLine();
    }

    private void banner(Html html) {
        var outcome = report.diagnosis().outcome();
        html.open("header", "class", "banner " + tone(outcome));
        html.open("div", "class", "brand").leaf("span", "whydunit", "class", "name");
        html.leaf("span", tag(outcome), "class", "outcome");
        html.leaf("button", "Dark", "id", "theme", "type", "button", "hidden", "");
        html.close();
        html.leaf("h1", headline());
        html.leaf("p", subline(), "class", "subline");
        html.open("nav", "aria-label", "Sections");
        sections.forEach(section -> html.leaf("a", section.title(), "href", "#" + section.id()));
        html.close(2).newLine();
    }

    private void section(Html html, HtmlSection section) {
        html.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
        html.leaf("h2", section.title(), "id", section.id() + "-title");
        section.write(html);
        html.close().newLine();
    }

    private String headline() {
        return report.diagnosis().verdicts().stream()
                .findFirst()
                .map(verdict -> verdict.narrative().title())
                .orElse("Can't tell from this evidence");
    }

    private String subline() {
        int verdicts = report.diagnosis().verdicts().size();
        var inputs = Counted.of(report.inputs().size(), "input") + ", "
                + Counted.of(report.evidence().size(), "piece of evidence", "pieces of evidence")
                + (report.gaps().isEmpty()
                        ? ""
                        : ", " + Counted.of(report.gaps().size(), "gap"));
        return switch (report.diagnosis().outcome()) {
            case DIAGNOSED -> Counted.of(verdicts, "root cause") + " from " + inputs + ".";
            case HEALTHY -> "Nothing wrong in " + inputs + ".";
            case UNDETERMINED -> inputs + ". What would show more stands below.";
        };
    }

    private String tone(Diagnosis.Outcome outcome) {
        return switch (outcome) {
            case DIAGNOSED ->
                report.diagnosis().verdicts().stream()
                        .findFirst()
                        .map(Verdict::severity)
                        .map(VerdictSection::tone)
                        .orElse("info");
            case HEALTHY -> "healthy";
            case UNDETERMINED -> "info";
        };
    }

    private static String tag(Diagnosis.Outcome outcome) {
        return switch (outcome) {
            case DIAGNOSED -> "diagnosed";
            case HEALTHY -> "healthy";
            case UNDETERMINED -> "can't tell";
        };
    }

    private static String resource(String name) {
        try (var in = DiagnosisHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the report's " + name + " is not in the archive");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
