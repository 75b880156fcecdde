package dev.whydunit.report.html;

import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.GcTrace.Cycle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/// Three charts over one time axis: heap before and after each collection with the goal, the collector's share of CPU,
/// and the pauses.
final class GcChart {
    private static final int WIDTH = 1000;
    private static final int LEFT = 86;
    private static final int RIGHT = 12;
    private static final int GAP = 34;

    /// More points than that are closer than pixels.
    private static final int MOST_POINTS = 500;

    private static final int TIME_TICKS = 6;

    private final List<Cycle> cycles;
    private final double from;
    private final double to;

    GcChart(GcTrace trace) {
        this.cycles = thinned(trace.cycles());
        this.from = cycles.getFirst().atSeconds();
        this.to = Math.max(cycles.getLast().atSeconds(), from + 1e-3);
    }

    /// Of each run of neighbours the one with the largest heap: peaks are what a reader looks for.
    private static List<Cycle> thinned(List<Cycle> all) {
        var sorted = all.stream()
                .sorted(Comparator.comparingDouble(Cycle::atSeconds))
                .toList();
        if (sorted.size() <= MOST_POINTS) {
            return sorted;
        }
        var kept = new ArrayList<Cycle>();
        for (int i = 0; i < MOST_POINTS; i++) {
            int start = (int) ((long) i * sorted.size() / MOST_POINTS);
            int end = (int) ((long) (i + 1) * sorted.size() / MOST_POINTS);
            kept.add(sorted.subList(start, end).stream()
                    .max(Comparator.comparingLong(Cycle::heapAtEnd))
                    .orElseThrow());
        }
        return kept;
    }

    void write(Html html) {
        var heap = new Band(22, 190, largest(cycle -> Math.max(cycle.goal(), cycle.heapAtEnd())));
        var cpu = new Band(22 + 190 + GAP, 70, Math.max(0.01, largest(Cycle::cpuShare)));
        var pause = new Band(22 + 190 + 70 + 2 * GAP, 70, Math.max(1e-3, largest(Cycle::pauseMillis)));
        int height = pause.top + pause.height + 28;
        html.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "class",
                "chart",
                "role",
                "img",
                "aria-label",
                "Heap, CPU share and pauses of the collector over time");
        axis(html, heap, "Heap", value -> Quantity.bytes(Math.round(value)).text());
        line(html, heap, "goal", Cycle::goal);
        line(html, heap, "before", Cycle::heapAtStart);
        line(html, heap, "peak", Cycle::heapAtEnd);
        line(html, heap, "live", Cycle::liveHeap);
        axis(
                html,
                cpu,
                "CPU in GC since the start",
                value -> Quantity.ratio(value).text());
        line(html, cpu, "cpu", Cycle::cpuShare);
        axis(html, pause, "Stop-the-world pause", GcChart::millis);
        stems(html, pause);
        timeAxis(html, pause);
        hovers(html, height);
        html.close();
        legend(html);
    }

    private double largest(ToDoubleFunction<Cycle> of) {
        return cycles.stream().mapToDouble(of).max().orElse(0);
    }

    private record Band(int top, int height, double max) {
        double y(double value) {
            return max <= 0 ? top + height : top + height * (1 - Math.min(1, value / max));
        }
    }

    private double x(double seconds) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (seconds - from) / (to - from);
    }

    private static void axis(Html html, Band band, String name, DoubleFunction<String> text) {
        html.leaf("text", name, "class", "axis-name", "x", "" + LEFT, "y", "" + (band.top - 7));
        for (double share : new double[] {0, 0.5, 1}) {
            var y = number(band.y(band.max * share));
            html.open("line", "class", "grid", "x1", "" + LEFT, "x2", "" + (WIDTH - RIGHT), "y1", y, "y2", y)
                    .close();
            html.leaf("text", text.apply(band.max * share), "class", "tick", "x", "" + (LEFT - 8), "y", y, "dy", "4");
        }
    }

    private void line(Html html, Band band, String kind, ToDoubleFunction<Cycle> value) {
        var path = new StringBuilder();
        for (var cycle : cycles) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(number(x(cycle.atSeconds())))
                    .append(' ')
                    .append(number(band.y(value.applyAsDouble(cycle))));
        }
        html.open("path", "class", "line " + kind, "d", path.toString()).close();
    }

    private void stems(Html html, Band band) {
        var path = new StringBuilder();
        for (var cycle : cycles) {
            path.append('M').append(number(x(cycle.atSeconds()))).append(' ').append(band.top + band.height);
            path.append('V').append(number(band.y(cycle.pauseMillis())));
        }
        html.open("path", "class", "line pause", "d", path.toString()).close();
    }

    private void timeAxis(Html html, Band lowest) {
        for (int i = 0; i <= TIME_TICKS; i++) {
            double at = from + (to - from) * i / TIME_TICKS;
            var text = Quantity.span(Duration.ofMillis(Math.round(at * 1000))).text();
            var anchor = i == TIME_TICKS ? "end" : "middle";
            html.leaf(
                    "text",
                    text,
                    "class",
                    "tick time",
                    "x",
                    number(x(at)),
                    "y",
                    "" + (lowest.top + lowest.height + 20),
                    "style",
                    "text-anchor:" + anchor);
        }
    }

    /// A strip for each collection that tells its figures when pointed at.
    private void hovers(Html html, int height) {
        for (int i = 0; i < cycles.size(); i++) {
            double left = i == 0
                    ? LEFT
                    : (x(cycles.get(i - 1).atSeconds()) + x(cycles.get(i).atSeconds())) / 2;
            double right = i == cycles.size() - 1
                    ? WIDTH - RIGHT
                    : (x(cycles.get(i).atSeconds()) + x(cycles.get(i + 1).atSeconds())) / 2;
            html.open(
                    "rect",
                    "class",
                    "hover",
                    "x",
                    number(left),
                    "y",
                    "0",
                    "width",
                    number(right - left),
                    "height",
                    "" + height);
            html.leaf("title", told(cycles.get(i))).close();
        }
    }

    private static String told(Cycle cycle) {
        return "gc " + cycle.number() + " at "
                + Quantity.span(Duration.ofMillis(Math.round(cycle.atSeconds() * 1000)))
                        .text() + ": "
                + Quantity.bytes(cycle.heapAtStart()).text() + " before, "
                + Quantity.bytes(cycle.heapAtEnd()).text() + " at its end, "
                + Quantity.bytes(cycle.liveHeap()).text() + " live, goal "
                + Quantity.bytes(cycle.goal()).text() + ", pause " + millis(cycle.pauseMillis())
                + (cycle.forced() ? ", forced" : "");
    }

    private static void legend(Html html) {
        html.open("p", "class", "legend");
        for (var kind : List.of("goal", "before", "peak", "live")) {
            html.open("span", "class", "swatch line-" + kind).close();
            html.text(
                    switch (kind) {
                        case "goal" -> "goal ";
                        case "before" -> "before ";
                        case "peak" -> "at its end ";
                        default -> "live after ";
                    });
        }
        html.close();
    }

    private static String millis(double millis) {
        return Quantity.span(Duration.ofNanos(Math.round(millis * 1e6))).text();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
