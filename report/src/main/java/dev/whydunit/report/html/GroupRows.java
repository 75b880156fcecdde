package dev.whydunit.report.html;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.report.Report;
import java.util.Locale;
import java.util.Optional;

/// The groups as a table: a row's stack opens below it.
final class GroupRows {
    /// Rows of one table. In a dump with more distinct stacks the rest are single goroutines.
    private static final int MOST_ROWS = 200;

    private static final int MOST_FRAMES = 60;

    private GroupRows() {}

    static void write(Html html, GroupTable table, Report.Wording words) {
        html.open("div", "class", "tools", "hidden", "");
        html.open("label").text("Filter ");
        html.empty("input", "type", "search", "class", "filter", "placeholder", "function, state or file");
        html.close().leaf("span", "", "class", "matches", "aria-live", "polite").close();
        html.open("div", "class", "scroll").open("table", "class", "sortable groups");
        html.open("thead").open("tr");
        html.leaf("th", "Count", "data-sort", "number", "class", "number").leaf("th", "State", "data-sort", "text");
        html.leaf("th", "Waits", "data-sort", "number", "class", "number").leaf("th", "Where", "data-sort", "text");
        html.close(2).open("tbody");
        long widest = table.rows().isEmpty() ? 1 : table.rows().getFirst().count();
        table.rows().stream().limit(MOST_ROWS).forEach(row -> row(html, row, widest, words));
        html.close(3);
        int more = table.rows().size() - MOST_ROWS;
        if (more > 0) {
            html.leaf("p", "and " + Counted.of(more, "smaller group"), "class", "more");
        }
    }

    private static void row(Html html, GroupTable.Row row, long widest, Report.Wording words) {
        html.open("tr").open("td", "class", "number", "data-value", Long.toString(row.count()));
        var share = String.format(Locale.ROOT, "width:%.2f%%", 100.0 * row.count() / Math.max(1, widest));
        html.text(Quantity.count(row.count()).text());
        html.open("span", "class", "bar " + row.age().shade(), "style", share).close(2);
        html.leaf("td", row.state().isEmpty() ? "-" : words.text(row.state()));
        var minutes = row.minutes().isPresent() ? row.minutes().getAsInt() + " min" : "";
        html.leaf(
                "td",
                minutes,
                "class",
                "number",
                "data-value",
                Integer.toString(row.minutes().orElse(0)));
        html.open("td").open("details").open("summary");
        name(html, row.telling());
        html.close().open("ol", "class", "frames");
        row.frames().stream().limit(MOST_FRAMES).forEach(frame -> frame(html, frame, "", words));
        row.createdBy().ifPresent(frame -> frame(html, frame, "created by ", words));
        html.close(4).newLine();
    }

    private static void name(Html html, Optional<Frame> frame) {
        html.leaf("code", frame.map(one -> one.function().canonical()).orElse("no stack"), "class", "function");
        frame.flatMap(Frame::location)
                .ifPresent(line -> html.text(" ").leaf("span", line.fileName() + ":" + line.line(), "class", "place"));
    }

    private static void frame(Html html, Frame frame, String before, Report.Wording words) {
        html.open("li").text(before).leaf("code", frame.function().canonical(), "class", "function");
        frame.location().ifPresent(line -> html.text(" ").leaf("span", words.text(line.toString()), "class", "place"));
        html.close();
    }
}
