package dev.whydunit.report.html;

import dev.whydunit.report.Report;
import dev.whydunit.report.waits.WaitGraph;
import dev.whydunit.report.waits.WaitGraph.Edge;
import dev.whydunit.report.waits.WaitGraph.Folded;
import dev.whydunit.report.waits.WaitGraph.Goroutines;
import dev.whydunit.report.waits.WaitGraph.Grade;
import dev.whydunit.report.waits.WaitGraph.Kind;
import dev.whydunit.report.waits.WaitGraph.Lock;
import dev.whydunit.report.waits.WaitLayout;
import java.util.List;
import java.util.Locale;

/// One wait-for graph as SVG: boxes in columns, arrows between them, and what belongs to the box in focus below.
final class WaitDrawing {
    private static final List<Integer> LEFT = List.of(8, 408, 700);
    private static final List<Integer> WIDTH = List.of(300, 200, 300);
    private static final int MARGIN = 8;
    private static final int BOX = 58;
    private static final int ROW = 74;

    /// How far from the middle of a side the two kinds of arrows meet it.
    private static final int APART = 12;

    private static final int HEAD = 9;

    private final WaitGraph graph;
    private final WaitLayout layout;
    private final WaitBoxes boxes;

    WaitDrawing(WaitGraph graph, Report report) {
        this.graph = graph;
        this.layout = WaitLayout.of(graph);
        this.boxes = new WaitBoxes(report);
    }

    void write(Html html) {
        int last = layout.columns() - 1;
        int width = LEFT.get(last) + WIDTH.get(last) + MARGIN;
        int height = (int) Math.ceil(layout.height() * ROW) + MARGIN;
        html.open("div", "class", "scroll");
        html.open(
                "svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "class",
                "wait-graph",
                "style",
                "max-width:" + width + "px",
                "role",
                "group",
                "aria-label",
                "Goroutines, the locks that they wait for, and who may hold these");
        graph.edges().forEach(edge -> edge(html, edge));
        for (int node = 0; node < graph.nodes().size(); node++) {
            box(html, node);
        }
        html.close(2);
        legend(html);
        html.open("div", "class", "wait-told", "aria-live", "polite").close();
    }

    private void box(Html html, int node) {
        var what = graph.nodes().get(node);
        boolean inCycle =
                graph.edges().stream().anyMatch(edge -> edge.inCycle() && (edge.from() == node || edge.to() == node));
        var kind = switch (what) {
            case Goroutines _ -> "goroutines";
            case Folded _ -> "folded";
            case Lock _ -> "lock";
        };
        int column = layout.places().get(node).column();
        html.open("g", "class", "wait-box " + kind + (inCycle ? " in-cycle" : ""), "tabindex", "0");
        html.open("title").lines(boxes.told(what)).close();
        html.open(
                        "rect",
                        "x",
                        "" + LEFT.get(column),
                        "y",
                        "" + top(node),
                        "width",
                        "" + WIDTH.get(column),
                        "height",
                        "" + BOX,
                        "rx",
                        what instanceof Lock ? "26" : "8")
                .close();
        var lines = boxes.lines(what, WIDTH.get(column));
        for (int i = 0; i < lines.size(); i++) {
            html.leaf(
                    "text",
                    lines.get(i),
                    "class",
                    "line-" + i,
                    "x",
                    "" + (LEFT.get(column) + (what instanceof Lock ? 20 : 12)),
                    "y",
                    "" + (top(node) + 18 + 16 * i));
        }
        html.close();
    }

    private int top(int node) {
        return MARGIN / 2 + (int) Math.round(layout.places().get(node).row() * ROW);
    }

    private int middle(int node) {
        return top(node) + BOX / 2;
    }

    private void edge(Html html, Edge edge) {
        int from = layout.places().get(edge.from()).column();
        int to = layout.places().get(edge.to()).column();
        boolean right = to > from;
        int apart = edge.kind() == Kind.WAITS_FOR ? -APART : APART;
        int x1 = LEFT.get(from) + (right ? WIDTH.get(from) : 0);
        int x2 = LEFT.get(to) + (right ? 0 : WIDTH.get(to));
        int y1 = middle(edge.from()) + apart;
        int y2 = middle(edge.to()) + apart;
        int head = right ? -HEAD : HEAD;
        int bend = (x1 + x2) / 2;
        html.open("g", "class", classes(edge));
        html.leaf("title", words(edge.kind()) + ", " + words(edge.grade()) + ". " + edge.why());
        var path = "M%d %dC%d %d %d %d %d %d".formatted(x1, y1, bend, y1, bend, y2, x2 + head, y2);
        html.open("path", "class", "reach", "d", path).close();
        html.open("path", "class", "stroke", "d", path).close();
        var tip = "M%d %dl%d %dv%dz".formatted(x2, y2, head, -HEAD / 2 - 1, HEAD + 1);
        html.open("path", "class", "head", "d", tip).close();
        html.close();
    }

    private static String classes(Edge edge) {
        return "wait-edge " + edge.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + words(edge.grade())
                + (edge.inCycle() ? " in-cycle" : "");
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case WAITS_FOR -> "Waits for";
            case HELD_BY -> "Held by";
        };
    }

    private static String words(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }

    private void legend(Html html) {
        html.open("p", "class", "legend");
        for (var grade : Grade.values()) {
            html.open("svg", "class", "wait-key", "viewBox", "0 0 34 10", "aria-hidden", "true");
            html.open("g", "class", "wait-edge waits-for " + words(grade));
            html.open("path", "class", "stroke", "d", "M0 5H34").close();
            html.close(2).text(words(grade) + " ");
        }
        key(html, "waits-for", "waits for");
        key(html, "held-by", "held by");
        if (graph.hasCycle()) {
            key(html, "held-by in-cycle", "cycle");
        }
        html.close();
    }

    private static void key(Html html, String kind, String text) {
        html.open("svg", "class", "wait-key", "viewBox", "0 0 34 10", "aria-hidden", "true");
        html.open("g", "class", "wait-edge " + kind);
        html.open("path", "class", "stroke", "d", "M0 5H26").close();
        html.open("path", "class", "head", "d", "M34 5l-9 -5v10z").close();
        html.close(2).text(text + " ");
    }
}
