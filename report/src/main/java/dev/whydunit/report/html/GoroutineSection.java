package dev.whydunit.report.html;

import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineProfile;
import dev.whydunit.report.Places;
import dev.whydunit.report.Report;
import java.util.List;
import java.util.stream.Stream;

/// What the goroutines did: for each dump the states by age, and the groups in a table that can be sorted and filtered.
final class GoroutineSection implements HtmlSection {
    /// Dumps of one case that are shown; a watcher may have left hundreds.
    private static final int MOST_DUMPS = 6;

    /// A fatal error that lists the crashing goroutine alone is no picture of the process.
    private static final int FEWEST_GOROUTINES = 2;

    private final Report report;
    private final List<GroupTable> tables;

    GoroutineSection(Report report) {
        this.report = report;
        this.tables = Stream.concat(
                        all(GoroutineDump.class)
                                .filter(dump -> dump.count() >= FEWEST_GOROUTINES)
                                .map(dump -> GroupTable.of(dump, place(report, dump))),
                        all(GoroutineProfile.class)
                                .filter(profile -> !profile.groups().isEmpty())
                                .map(profile -> GroupTable.of(profile, Places.of(report.place(profile.cite())))))
                .limit(MOST_DUMPS)
                .toList();
    }

    private <E> Stream<E> all(Class<E> type) {
        return report.evidence().stream().filter(type::isInstance).map(type::cast);
    }

    private static String place(Report report, GoroutineDump dump) {
        return Places.of(report.place(dump.cite()));
    }

    @Override
    public String id() {
        return "goroutines";
    }

    @Override
    public String title() {
        return "Goroutines";
    }

    @Override
    public boolean isShown() {
        return !tables.isEmpty();
    }

    @Override
    public void write(Html html) {
        for (int i = 0; i < tables.size(); i++) {
            // The first is open; the others are there to compare with.
            var table = tables.get(i);
            html.open(
                    "details", i == 0 ? new String[] {"class", "panel", "open", ""} : new String[] {"class", "panel"});
            html.open("summary").leaf("strong", Counted.of(table.total(), table.unit()));
            html.text(" in " + Counted.of(table.rows().size(), "group") + " ")
                    .leaf("code", table.place(), "class", "place")
                    .close();
            StateBars.write(html, table);
            GroupRows.write(html, table, report.words());
            html.close().newLine();
        }
    }
}
