package dev.whydunit.report.html;

import dev.whydunit.evidence.Quantity;
import dev.whydunit.report.Places;
import dev.whydunit.report.Report;

/// What was given, what was made of it, and what could not be read.
final class InputSection implements HtmlSection {
    /// More gaps are in the JSON.
    private static final int MOST_GAPS = 200;

    private final Report report;

    InputSection(Report report) {
        this.report = report;
    }

    @Override
    public String id() {
        return "inputs";
    }

    @Override
    public String title() {
        return "Inputs";
    }

    @Override
    public boolean isShown() {
        return !report.inputs().isEmpty();
    }

    @Override
    public void write(Html html) {
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        html.leaf("th", "Path").leaf("th", "Size", "class", "number").leaf("th", "Format");
        html.leaf("th", "Evidence", "class", "number").close(2).open("tbody");
        report.inputs().forEach(input -> row(html, input));
        html.close(3);
        var gaps = report.gaps();
        if (gaps.isEmpty()) {
            html.leaf("p", "Everything was read.");
            return;
        }
        html.leaf("h3", "Not read").open("ul", "class", "gaps");
        gaps.stream()
                .limit(MOST_GAPS)
                .forEach(gap -> html.open("li")
                        .leaf("code", Places.of(gap.at()), "class", "place")
                        .text(" " + gap.why())
                        .close());
        html.close();
        if (gaps.size() > MOST_GAPS) {
            html.leaf("p", "and " + Counted.of(gaps.size() - MOST_GAPS, "more gap"));
        }
    }

    private static void row(Html html, Report.Input input) {
        html.open("tr").open("td").leaf("code", input.path()).close();
        html.leaf("td", Quantity.bytes(input.bytes()).text(), "class", "number");
        html.leaf("td", input.formats().isEmpty() ? "not recognised" : String.join(", ", input.formats()));
        html.leaf("td", Quantity.count(input.evidence()).text(), "class", "number")
                .close();
    }
}
