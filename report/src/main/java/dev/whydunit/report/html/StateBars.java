package dev.whydunit.report.html;

import dev.whydunit.evidence.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Bars of the states, each divided by how long its goroutines have waited.
final class StateBars {
    /// Further states are small.
    private static final int MOST_STATES = 10;

    private StateBars() {}

    private record Bar(String state, long total, Map<GroupTable.Age, Long> byAge) {}

    static void write(Html html, GroupTable table) {
        var bars = bars(table);
        if (bars.isEmpty()) {
            return;
        }
        long widest = bars.getFirst().total();
        html.open("div", "class", "states", "role", "img", "aria-label", description(bars));
        for (var bar : bars) {
            html.leaf("span", bar.state(), "class", "state");
            html.open("span", "class", "bar");
            bar.byAge()
                    .forEach((age, count) -> html.open(
                                    "span",
                                    "class",
                                    age.shade(),
                                    "style",
                                    width(count, widest),
                                    "title",
                                    bar.state() + ", " + age.text() + ": " + count)
                            .close());
            html.close().leaf("span", Quantity.count(bar.total()).text(), "class", "number");
        }
        html.close();
        legend(html);
    }

    private static List<Bar> bars(GroupTable table) {
        var byState = new TreeMap<String, Map<GroupTable.Age, Long>>();
        for (var row : table.rows()) {
            if (!row.state().isEmpty()) {
                byState.computeIfAbsent(row.state(), _ -> new EnumMap<>(GroupTable.Age.class))
                        .merge(row.age(), row.count(), Long::sum);
            }
        }
        var bars = new ArrayList<Bar>();
        byState.forEach((state, ages) -> bars.add(
                new Bar(state, ages.values().stream().mapToLong(Long::longValue).sum(), ages)));
        bars.sort(Comparator.comparingLong(Bar::total).reversed());
        return bars.stream().limit(MOST_STATES).toList();
    }

    private static String description(List<Bar> bars) {
        return String.join(
                ", ", bars.stream().map(bar -> bar.state() + " " + bar.total()).toList());
    }

    private static String width(long count, long widest) {
        return String.format(Locale.ROOT, "width:%.2f%%", 100.0 * count / widest);
    }

    private static void legend(Html html) {
        html.open("p", "class", "legend").text("Longest wait in a group: ");
        for (var age : GroupTable.Age.values()) {
            html.open("span", "class", "swatch " + age.shade()).close();
            html.text(age.text() + " ");
        }
        html.close();
    }
}
