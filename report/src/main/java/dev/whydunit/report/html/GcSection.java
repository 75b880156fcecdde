package dev.whydunit.report.html;

import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.GcTrace.Cycle;
import dev.whydunit.report.Places;
import dev.whydunit.report.Report;
import java.time.Duration;
import java.util.List;

/// What the collector did over time: heap and goal, its share of CPU, pauses.
final class GcSection implements HtmlSection {
    /// Traces of one case that are drawn.
    private static final int MOST_TRACES = 4;

    /// One collection is no line.
    private static final int FEWEST_CYCLES = 2;

    private final Report report;
    private final List<GcTrace> traces;

    GcSection(Report report) {
        this.report = report;
        this.traces = report.evidence().stream()
                .filter(GcTrace.class::isInstance)
                .map(GcTrace.class::cast)
                .filter(trace -> trace.cycles().size() >= FEWEST_CYCLES)
                .limit(MOST_TRACES)
                .toList();
    }

    @Override
    public String id() {
        return "gc";
    }

    @Override
    public String title() {
        return "Garbage collection";
    }

    @Override
    public boolean isShown() {
        return !traces.isEmpty();
    }

    @Override
    public void write(Html html) {
        for (var trace : traces) {
            html.open("figure", "class", "panel").open("figcaption");
            html.leaf("strong", Counted.of(trace.seen(), "collection")).text(" " + summary(trace) + " ");
            html.leaf("code", Places.of(report.place(trace.cite())), "class", "place")
                    .close();
            new GcChart(trace).write(html);
            html.close().newLine();
        }
    }

    private static String summary(GcTrace trace) {
        var last = trace.cycles().getLast();
        double longest =
                trace.cycles().stream().mapToDouble(Cycle::pauseMillis).max().orElse(0);
        return "until " + seconds(last.atSeconds()) + " after the start; at last "
                + Quantity.bytes(last.liveHeap()).text() + " live, "
                + Quantity.ratio(last.cpuShare()).text() + " of CPU; longest pause "
                + Quantity.span(Duration.ofNanos(Math.round(longest * 1e6))).text();
    }

    private static String seconds(double seconds) {
        return Quantity.span(Duration.ofMillis(Math.round(seconds * 1000))).text();
    }
}
