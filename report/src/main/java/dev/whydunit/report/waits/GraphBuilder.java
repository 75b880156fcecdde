package dev.whydunit.report.waits;

import dev.whydunit.diagnosis.facts.waits.ContendedLock;
import dev.whydunit.diagnosis.facts.waits.LockCycles;
import dev.whydunit.diagnosis.facts.waits.LockWait;
import dev.whydunit.diagnosis.facts.waits.NestedLocks;
import dev.whydunit.diagnosis.facts.waits.Relation;
import dev.whydunit.diagnosis.facts.waits.Suspect;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.report.waits.WaitGraph.Edge;
import dev.whydunit.report.waits.WaitGraph.Folded;
import dev.whydunit.report.waits.WaitGraph.Goroutines;
import dev.whydunit.report.waits.WaitGraph.Grade;
import dev.whydunit.report.waits.WaitGraph.Kind;
import dev.whydunit.report.waits.WaitGraph.Lock;
import dev.whydunit.report.waits.WaitGraph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the graph of one dump.
///
/// Who may hold a lock is a node of its own, also where it waits for another lock; the others that wait are folded by
/// stack. Each lock shows a few of them and the rest as one node, so that the picture stays readable.
final class GraphBuilder {

    /// Nodes of one picture: more are no picture.
    private static final int NODES = 40;

    /// Groups that wait for one lock and are drawn.
    private static final int GROUPS = 4;

    /// Goroutines that may hold one lock and are drawn: where there are more, nobody is accused.
    private static final int HOLDERS = 3;

    private final GoroutineDump dump;
    private final List<ContendedLock> locks;
    private final List<LockCycles.Cycle> cycles;
    private final Set<Long> single;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();
    private final Map<Long, Integer> waiting = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /// A key of the node of a group that is no waiter.
    private record Busy(Cite group) {}

    GraphBuilder(GoroutineDump dump, List<ContendedLock> locks, List<LockCycles.Cycle> cycles) {
        this.dump = dump;
        this.locks = locks;
        this.cycles = cycles;
        this.single = locks.stream().flatMap(GraphBuilder::holders).collect(Collectors.toSet());
    }

    WaitGraph build() {
        List<ContendedLock> drawn = new ArrayList<>();
        for (var lock : locks) {
            int holders = (drawn.size() + 1) * (HOLDERS + 1);
            if (nodes.size() + 1 + GROUPS + 1 + holders > NODES) {
                break;
            }
            waits(lock, node(lock, () -> node(lock)));
            drawn.add(lock);
        }
        drawn.forEach(lock -> held(lock, node(lock, () -> node(lock))));
        mutual();
        return new WaitGraph(dump, nodes, CycleMarks.marked(edges));
    }

    private static Node node(ContendedLock lock) {
        var frame = lock.waits().getFirst().point().frames().getFirst();
        return new Lock(lock.address(), frame, lock.queue(), lock.minutes());
    }

    private static Stream<Long> holders(ContendedLock lock) {
        Stream<Long> itself = NestedLocks.of(lock).stream()
                .map(nested -> nested.inner().member().id());
        List<Suspect> prime = lock.prime();
        Stream<Long> others = prime.stream()
                .filter(_ -> prime.size() <= HOLDERS)
                .filter(GraphBuilder::isSingle)
                .map(suspect -> suspect.member().id());
        return Stream.concat(itself, others);
    }

    private static boolean isSingle(Suspect suspect) {
        return suspect.count() == 1 || suspect.point().operation().isLock();
    }

    private int node(Object key, Supplier<Node> node) {
        return known.computeIfAbsent(key, _ -> {
            nodes.add(node.get());
            return nodes.size() - 1;
        });
    }

    private void waits(ContendedLock lock, int at) {
        Map<Cite, List<LockWait>> byGroup = new LinkedHashMap<>();
        for (var wait : lock.waits()) {
            if (single.contains(wait.member().id())) {
                edge(one(wait), at, Kind.WAITS_FOR, grade(wait), why(wait));
            } else {
                byGroup.computeIfAbsent(wait.point().group().cite(), _ -> new ArrayList<>())
                        .add(wait);
            }
        }
        List<List<LockWait>> groups = byGroup.values().stream()
                .sorted((a, b) -> Integer.compare(b.size(), a.size()))
                .toList();
        for (int i = 0; i < Math.min(GROUPS, groups.size()); i++) {
            var group = groups.get(i);
            var first = group.getFirst();
            int from = add(Goroutines.several(
                    count(lock, group, i == 0),
                    first.member(),
                    first.point().group(),
                    first.point().operation()));
            group.forEach(wait -> waiting.put(wait.member().id(), from));
            edge(from, at, Kind.WAITS_FOR, grade(first), why(first));
        }
        fold(groups.stream().skip(GROUPS).toList(), at);
    }

    private void fold(List<List<LockWait>> groups, int at) {
        if (!groups.isEmpty()) {
            long count = groups.stream().mapToLong(Collection::size).sum();
            int from = add(new Folded(count, groups.size()));
            groups.forEach(
                    group -> group.forEach(wait -> waiting.put(wait.member().id(), from)));
            edge(from, at, Kind.WAITS_FOR, grade(groups), "Folded.");
        }
    }

    /// Of a crowd the fact looks at the first goroutines only and gives the whole number; all are of the largest group
    /// then.
    private static long count(ContendedLock lock, List<LockWait> group, boolean largest) {
        return largest ? group.size() + lock.queue() - lock.waits().size() : group.size();
    }

    private int add(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    private int one(LockWait wait) {
        return node(
                wait.member().id(),
                () -> Goroutines.one(
                        wait.member(), wait.point().group(), wait.point().operation()));
    }

    private void held(ContendedLock lock, int at) {
        Optional<NestedLocks.Nested> nested = NestedLocks.of(lock);
        if (nested.isPresent()) {
            var itself = nested.orElseThrow();
            edge(at, one(itself.inner()), Kind.HELD_BY, grade(itself), "It took the lock further down its own stack.");
            return;
        }
        var prime = lock.prime();
        Map<Integer, Suspect> byNode = new LinkedHashMap<>();
        Set<Cite> beyond = new HashSet<>();
        for (var suspect : prime) {
            if (byNode.size() < HOLDERS || isDrawn(suspect)) {
                byNode.putIfAbsent(nodeOf(suspect, prime), suspect);
            } else {
                beyond.add(suspect.point().group().cite());
            }
        }
        byNode.forEach(
                (node, suspect) -> edge(at, node, Kind.HELD_BY, grade(suspect, prime), HolderReasons.of(suspect)));
        if (!beyond.isEmpty()) {
            long count = prime.stream()
                    .filter(suspect -> beyond.contains(suspect.point().group().cite()))
                    .mapToLong(Suspect::count)
                    .sum();
            edge(at, add(new Folded(count, beyond.size())), Kind.HELD_BY, Grade.POSSIBLE, HolderReasons.FURTHER);
        }
    }

    private boolean isDrawn(Suspect suspect) {
        return waiting.containsKey(suspect.member().id())
                || known.containsKey(suspect.member().id())
                || known.containsKey(new Busy(suspect.point().group().cite()));
    }

    /// Its own node where few are suspected; else the one of those who share its stack.
    private int nodeOf(Suspect suspect, List<Suspect> prime) {
        Integer among = waiting.get(suspect.member().id());
        if (among != null) {
            return among;
        }
        var point = suspect.point();
        if (prime.size() <= HOLDERS && isSingle(suspect)) {
            return node(
                    suspect.member().id(), () -> Goroutines.one(suspect.member(), point.group(), point.operation()));
        }
        var busy = new Busy(point.group().cite());
        long count = prime.stream()
                .filter(other -> other.point().group().cite().equals(busy.group()))
                .mapToLong(Suspect::count)
                .sum();
        return node(busy, () -> Goroutines.several(count, suspect.member(), point.group(), point.operation()));
    }

    /// Two locks whose holders no stack shows: nobody is left who could hold either but those who wait for the other.
    private void mutual() {
        for (var cycle : cycles) {
            var drawn = cycle.locks().stream().map(known::get).toList();
            if (!cycle.shown() && !drawn.contains(null)) {
                for (int i = 0; i < drawn.size(); i++) {
                    int next = drawn.get((i + 1) % drawn.size());
                    edge(drawn.get(i), firstWaiter(next), Kind.HELD_BY, Grade.POSSIBLE, HolderReasons.MUTUAL);
                }
            }
        }
    }

    private int firstWaiter(int lock) {
        return edges.stream()
                .filter(edge -> edge.kind() == Kind.WAITS_FOR && edge.to() == lock)
                .findFirst()
                .orElseThrow()
                .from();
    }

    private void edge(int from, int to, Kind kind, Grade grade, String why) {
        edges.add(new Edge(from, to, kind, grade, false, why));
    }

    private static Grade grade(List<List<LockWait>> groups) {
        Set<Grade> grades = new HashSet<>();
        groups.forEach(group -> grades.add(grade(group.getFirst())));
        return grades.contains(Grade.POSSIBLE) || grades.size() > 1
                ? Grade.POSSIBLE
                : grades.iterator().next();
    }

    private static Grade grade(LockWait wait) {
        if (wait.address().isPresent()) {
            return Grade.PROVEN;
        }
        return wait.object().isPresent() ? Grade.PROBABLE : Grade.POSSIBLE;
    }

    private static String why(LockWait wait) {
        return switch (grade(wait)) {
            case PROVEN -> "A word of the waiting call is the lock's address.";
            case PROBABLE -> "The receiver of the method that locks is the object in which the lock lies.";
            case POSSIBLE -> "No word shows the lock: the names of type and function alone say that it is this one.";
        };
    }

    private static Grade grade(NestedLocks.Nested nested) {
        return nested.relation() == Relation.SAME_TYPE ? Grade.POSSIBLE : Grade.PROBABLE;
    }

    private static Grade grade(Suspect suspect, List<Suspect> all) {
        boolean alone = all.size() == 1 && suspect.count() == 1 && !suspect.isIdleLoop();
        return alone && suspect.relation() != Relation.SAME_TYPE ? Grade.PROBABLE : Grade.POSSIBLE;
    }
}
