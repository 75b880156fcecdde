package dev.whydunit.report.waits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.goroutine.GoroutineGroup;
import dev.whydunit.evidence.goroutine.WaitReason;
import dev.whydunit.report.waits.WaitGraph.Edge;
import dev.whydunit.report.waits.WaitGraph.Folded;
import dev.whydunit.report.waits.WaitGraph.Goroutines;
import dev.whydunit.report.waits.WaitGraph.Grade;
import dev.whydunit.report.waits.WaitGraph.Kind;
import dev.whydunit.report.waits.WaitGraph.Lock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitGraphsTest {
    private static final long LOCK = 0xc000010020L;
    private static final String COUNT = "example.com/shop/stock.(*Shelf).Count";
    private static final String CLOSE = "example.com/shop/stock.(*Shelf).Close";
    private static final String SERVE = "example.com/shop/web.serve";

    @Test
    void goroutineThatTookTheLockItWaitsForClosesCycle() {
        var graph =
                graph(Dumps.waiting(7, 1, LOCK, COUNT, CLOSE, "main.main"), Dumps.waiting(20, 3, LOCK, COUNT, SERVE));
        assertThat(edges(graph, Kind.HELD_BY)).singleElement().satisfies(edge -> {
            assertThat(graph.nodes().get(edge.from())).isInstanceOf(Lock.class);
            assertThat(goroutines(graph, edge.to()).id()).hasValue(7);
            assertThat(edge.inCycle()).isTrue();
            assertThat(edge.grade()).isNotEqualTo(Grade.PROVEN);
        });
        assertThat(edges(graph, Kind.WAITS_FOR)).hasSize(2).allSatisfy(edge -> {
            assertThat(edge.grade()).isEqualTo(Grade.PROVEN);
            assertThat(edge.inCycle()).isEqualTo(goroutines(graph, edge.from()).count() == 1);
        });
    }

    @Test
    void holderThatDoesSomethingElseStandsBesideTheLock() {
        var graph = graph(
                Dumps.waiting(20, 5, LOCK, COUNT, SERVE),
                Dumps.group(WaitReason.IO_WAIT, "IO wait", 9, 1, 0, "internal/poll.runtime_pollWait", CLOSE, SERVE));
        assertThat(graph.hasCycle()).isFalse();
        int holder = edges(graph, Kind.HELD_BY).getFirst().to();
        assertThat(goroutines(graph, holder).state()).isEqualTo("IO wait");
        var layout = WaitLayout.of(graph);
        assertThat(layout.columns()).isEqualTo(3);
        assertThat(layout.places().get(holder).column()).isEqualTo(2);
    }

    @Test
    void manyStacksAreFoldedAndNobodyIsLost() {
        var groups = IntStream.range(0, 30)
                .mapToObj(i -> Dumps.waiting(100 + 10L * i, 2, LOCK, COUNT, SERVE + i))
                .toArray(GoroutineGroup[]::new);
        var graph = graph(groups);
        assertThat(graph.nodes()).hasSizeLessThanOrEqualTo(40).hasAtLeastOneElementOfType(Folded.class);
        long shown = edges(graph, Kind.WAITS_FOR).stream()
                .mapToLong(edge -> count(graph, edge))
                .sum();
        assertThat(shown).isEqualTo(60);
    }

    @Test
    void hundredLocksAreNoPictureOfHundredLocks() {
        var groups = IntStream.range(0, 100)
                .mapToObj(i -> Dumps.waiting(100 + 10L * i, 2, LOCK + 4096L * i, COUNT, SERVE + i))
                .toArray(GoroutineGroup[]::new);
        assertThat(graph(groups).nodes()).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void processThatWaitsForNoLockHasNoGraph() {
        var dump = Dumps.of(Dumps.group(WaitReason.CHANNEL_RECEIVE, "chan receive", 5, 9, 0, SERVE));
        assertThat(WaitGraphs.of(List.of(dump))).isEmpty();
    }

    private static WaitGraph graph(GoroutineGroup... groups) {
        return WaitGraphs.of(List.of(Dumps.of(groups))).getFirst();
    }

    private static List<Edge> edges(WaitGraph graph, Kind kind) {
        return graph.edges().stream().filter(edge -> edge.kind() == kind).toList();
    }

    private static Goroutines goroutines(WaitGraph graph, int node) {
        return (Goroutines) graph.nodes().get(node);
    }

    private static long count(WaitGraph graph, Edge edge) {
        return switch (graph.nodes().get(edge.from())) {
            case Goroutines some -> some.count();
            case Folded folded -> folded.count();
            case Lock _ -> 0;
        };
    }
}
