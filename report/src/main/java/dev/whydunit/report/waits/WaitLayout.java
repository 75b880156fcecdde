package dev.whydunit.report.waits;

import dev.whydunit.report.waits.WaitGraph.Edge;
import dev.whydunit.report.waits.WaitGraph.Kind;
import dev.whydunit.report.waits.WaitGraph.Lock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Places for the nodes of a graph in three columns: those who wait, the locks, and those who may hold one and wait for
/// none.
///
/// @param places  of each node, by its index
/// @param columns 2 where nobody stands in the third
/// @param height  of the whole, in rows
public record WaitLayout(List<Place> places, int columns, double height) {

    /// Where a node stands.
    ///
    /// @param column 0 to 2
    /// @param row    may lie between two others
    public record Place(int column, double row) {}

    public WaitLayout {
        places = List.copyOf(places);
    }

    /// The layout of a graph: a lock stands beside the middle of those who wait for it, its holder beside the lock.
    public static WaitLayout of(WaitGraph graph) {
        Map<Integer, Place> placed = new HashMap<>();
        double[] free = new double[3];
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (graph.nodes().get(node) instanceof Lock) {
                lock(graph, node, placed, free);
            }
        }
        List<Place> places = new ArrayList<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            places.add(placed.getOrDefault(node, new Place(2, free[2])));
        }
        int columns = places.stream().anyMatch(place -> place.column() == 2) ? 3 : 2;
        return new WaitLayout(places, columns, Math.max(free[0], Math.max(free[1], free[2])));
    }

    private static void lock(WaitGraph graph, int lock, Map<Integer, Place> placed, double[] free) {
        // A new lock begins below all that belongs to those before it, so that the edges cross little.
        double start = Math.max(free[0], free[2]);
        free[0] = start;
        var waiters = graph.edges().stream()
                .filter(edge -> edge.kind() == Kind.WAITS_FOR && edge.to() == lock)
                .map(Edge::from)
                .toList();
        waiters.forEach(node -> place(node, 0, free[0], placed, free));
        double middle = waiters.stream()
                .mapToDouble(node -> placed.getOrDefault(node, new Place(0, 0)).row())
                .average()
                .orElse(start);
        place(lock, 1, middle, placed, free);
        double row = placed.getOrDefault(lock, new Place(1, 0)).row();
        graph.edges().stream()
                .filter(edge -> edge.kind() == Kind.HELD_BY && edge.from() == lock)
                .map(Edge::to)
                .filter(node -> waitsForNone(graph, node))
                .forEach(node -> place(node, 2, row, placed, free));
    }

    private static boolean waitsForNone(WaitGraph graph, int node) {
        return graph.edges().stream().noneMatch(edge -> edge.kind() == Kind.WAITS_FOR && edge.from() == node);
    }

    private static void place(int node, int column, double row, Map<Integer, Place> placed, double[] free) {
        if (!placed.containsKey(node)) {
            double at = Math.max(row, free[column]);
            placed.put(node, new Place(column, at));
            free[column] = at + 1;
        }
    }
}
