package dev.whydunit.report.html;

import dev.whydunit.report.Report;

/// What was looked for and not seen, and what could not be looked for.
final class LookedSection implements HtmlSection {
    private final Report report;

    LookedSection(Report report) {
        this.report = report;
    }

    @Override
    public String id() {
        return "looked";
    }

    @Override
    public String title() {
        return "What was checked";
    }

    @Override
    public boolean isShown() {
        return true;
    }

    @Override
    public void write(Html html) {
        var diagnosis = report.diagnosis();
        html.leaf("h3", "Looked for and not seen");
        if (diagnosis.checked().isEmpty()) {
            html.leaf("p", "Nothing could be ruled out.");
        } else {
            html.open("ul", "class", "chips");
            diagnosis.checked().forEach(id -> html.open("li").leaf("code", id).close());
            html.close();
        }
        if (!diagnosis.notApplicable().isEmpty()) {
            html.leaf("h3", "Could not be looked for");
            notLooked(html);
        }
        diagnosis
                .faults()
                .forEach(fault ->
                        html.leaf("p", "Internal error in " + fault.unit() + ": " + fault.message(), "class", "fault"));
    }

    private void notLooked(Html html) {
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        html.leaf("th", "Detector").leaf("th", "Missing").leaf("th", "Collect it with");
        html.close(2).open("tbody");
        for (var one : report.diagnosis().notApplicable()) {
            html.open("tr").open("td").leaf("code", one.detector()).close();
            html.leaf("td", one.missing());
            html.open("td").leaf("code", one.collect()).close(2);
        }
        html.close(3);
    }
}
