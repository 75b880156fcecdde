package dev.whydunit.report.profile;

import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.profile.SampleType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The functions of a profile by their value, as `go tool pprof -top` shows them.
///
/// @param sampleType what the values count
/// @param total      of the profile
/// @param shown      how much of it the rows account for
/// @param rows       in the order asked for
/// @param dropped    functions left out because their value is below the cutoff
/// @param cutoff     cumulative value below which a function is left out
/// @param candidates functions above the cutoff, of which the first are shown
public record Top(
        SampleType sampleType, long total, long shown, List<Row> rows, int dropped, long cutoff, int candidates) {

    /// Functions that account for less of the total are left out, as in pprof.
    private static final double NODE_FRACTION = 0.005;

    /// Calls that account for less of the total do not say how a function is called, as in pprof.
    private static final double EDGE_FRACTION = 0.001;

    /// Whether calls of a function were inlined into the callers that are shown.
    public enum Inlining {
        NEVER,
        PARTLY,
        ALWAYS
    }

    /// The order of the rows.
    public enum Order {
        FLAT,
        CUM
    }

    /// One function.
    ///
    /// @param name     as pprof prints it: `[file]` for code without symbols
    /// @param flat     value of the function itself
    /// @param cum      value of it and all that it calls
    /// @param inlining whether it was inlined
    public record Row(String name, long flat, long cum, Inlining inlining) {}

    public Top {
        rows = List.copyOf(rows);
    }

    /// Computes the view.
    ///
    /// @param sampleType index of the sample type
    /// @param limit      so many rows at most; 0 for all
    public static Top of(Profile profile, int sampleType, Order order, int limit) {
        var graph = new FunctionGraph(profile, sampleType);
        long sum = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            sum += graph.flat(node);
        }
        long cutoff = Math.abs((long) (sum * NODE_FRACTION));
        int[] present = IntStream.range(0, graph.nodes())
                .filter(node -> graph.cum(node) != 0 || graph.flat(node) != 0)
                .toArray();
        int[] candidates = Arrays.stream(present)
                .filter(node -> Math.abs(graph.cum(node)) >= cutoff)
                .toArray();
        int[] chosen = Arrays.stream(candidates)
                .boxed()
                .sorted(comparator(graph, order))
                .limit(limit > 0 ? limit : Integer.MAX_VALUE)
                .mapToInt(node -> node)
                .toArray();
        var rows = rows(graph, chosen, Math.abs((long) (sum * EDGE_FRACTION)));
        return new Top(
                profile.sampleTypes().get(sampleType),
                graph.total(),
                rows.stream().mapToLong(Row::flat).sum(),
                rows,
                present.length - candidates.length,
                Math.abs((long) (graph.total() * NODE_FRACTION)),
                candidates.length);
    }

    private static List<Row> rows(FunctionGraph graph, int[] chosen, long edgeCutoff) {
        boolean[] kept = new boolean[graph.nodes()];
        Arrays.stream(chosen).forEach(node -> kept[node] = true);
        var calls = graph.inlineCalls(kept, edgeCutoff);
        return Arrays.stream(chosen)
                .mapToObj(node -> new Row(graph.name(node), graph.flat(node), graph.cum(node), calls.of(node)))
                .toList();
    }

    private static Comparator<Integer> comparator(FunctionGraph graph, Order order) {
        Comparator<Integer> byFlat = Comparator.comparingLong(node -> -Math.abs(graph.flat(node)));
        Comparator<Integer> byCum = Comparator.comparingLong(node -> -Math.abs(graph.cum(node)));
        Comparator<Integer> byName = (a, b) -> Arrays.compareUnsigned(
                graph.name(a).getBytes(StandardCharsets.UTF_8), graph.name(b).getBytes(StandardCharsets.UTF_8));
        return switch (order) {
            case FLAT -> byFlat.thenComparing(byName).thenComparing(byCum);
            case CUM -> byCum.thenComparing(byName).thenComparing(byFlat);
        };
    }
}
