package dev.whydunit.report.html;

import dev.whydunit.report.Places;
import dev.whydunit.report.Report;
import dev.whydunit.report.waits.WaitGraph;
import dev.whydunit.report.waits.WaitGraphs;
import java.util.Comparator;
import java.util.List;

/// Who waits for whom: the locks of each dump with those who wait and those who may hold them.
final class WaitSection implements HtmlSection {
    /// Dumps of one case that are drawn.
    private static final int MOST_DUMPS = 4;

    private final Report report;
    private final List<WaitGraph> graphs;

    WaitSection(Report report) {
        this.report = report;
        this.graphs = WaitGraphs.of(report.evidence()).stream()
                .sorted(Comparator.comparing((WaitGraph graph) -> !graph.hasCycle()))
                .limit(MOST_DUMPS)
                .toList();
    }

    @Override
    public String id() {
        return "waits";
    }

    @Override
    public String title() {
        return "Who waits for whom";
    }

    @Override
    public boolean isShown() {
        return !graphs.isEmpty();
    }

    @Override
    public void write(Html html) {
        html.leaf(
                "p",
                "A dump prints who waits, never who holds: the strokes say how far each arrow can be trusted."
                        + " Point at a box, or reach it with the Tab key, for its stack.",
                "class",
                "hint");
        for (int i = 0; i < graphs.size(); i++) {
            var graph = graphs.get(i);
            html.open(
                    "details",
                    i == 0 ? new String[] {"class", "panel waits", "open", ""} : new String[] {"class", "panel waits"});
            html.open("summary").leaf("strong", summary(graph)).text(" in ");
            html.leaf("code", Places.of(report.place(graph.dump().cite())), "class", "place")
                    .close();
            new WaitDrawing(graph, report).write(html);
            html.close().newLine();
        }
    }

    private static String summary(WaitGraph graph) {
        long locks =
                graph.nodes().stream().filter(WaitGraph.Lock.class::isInstance).count();
        return Counted.of(locks, "lock that is waited for", "locks that are waited for")
                + (graph.hasCycle() ? ", with a cycle" : "");
    }
}
