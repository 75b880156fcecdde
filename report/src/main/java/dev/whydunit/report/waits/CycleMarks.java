package dev.whydunit.report.waits;

import dev.whydunit.report.waits.WaitGraph.Edge;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Marks the edges that lie on a cycle: those whose end leads back to their start.
final class CycleMarks {

    private CycleMarks() {}

    static List<Edge> marked(List<Edge> edges) {
        return edges.stream()
                .map(edge -> leads(edges, edge.to(), edge.from())
                        ? new Edge(edge.from(), edge.to(), edge.kind(), edge.grade(), true, edge.why())
                        : edge)
                .toList();
    }

    private static boolean leads(List<Edge> edges, int from, int to) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int at = open.pop();
            if (at == to) {
                return true;
            }
            if (seen.add(at)) {
                edges.stream().filter(edge -> edge.from() == at).map(Edge::to).forEach(open::push);
            }
        }
        return false;
    }
}
