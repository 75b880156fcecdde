package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.evidence.Cite;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Cycles of locks: who may hold the first waits for the second, and so on back to the first.
public final class LockCycles implements Fact<List<LockCycles.Cycle>> {

    public static final LockCycles FACT = new LockCycles();

    /// Longer cycles are not searched: the field knows two and three.
    private static final int LENGTH = 4;

    private LockCycles() {}

    /// One way round.
    ///
    /// @param locks  the locks in the order of waiting
    /// @param shown  whether each holder is shown by the stacks; else two locks are waited for, and nobody
    ///               is left who could hold either but those who wait
    public record Cycle(List<ContendedLock> locks, boolean shown) {
        public Cycle {
            locks = List.copyOf(locks);
        }
    }

    @Override
    public List<Cycle> derive(ProcessView process) {
        Map<Cite, List<ContendedLock>> byDump = process.fact(ContendedLocks.FACT).stream()
                .collect(Collectors.groupingBy(lock -> lock.dump().cite(), LinkedHashMap::new, Collectors.toList()));
        boolean standstill = process.fact(Standstill.FACT).said();
        return byDump.values().stream()
                .flatMap(locks -> shown(locks).or(() -> mutual(locks, standstill)).stream())
                .toList();
    }

    private static Optional<Cycle> shown(List<ContendedLock> locks) {
        List<BitSet> next = next(locks);
        for (int start = 0; start < locks.size(); start++) {
            List<Integer> way = new ArrayList<>(List.of(start));
            if (isClosed(way, next)) {
                return Optional.of(new Cycle(way.stream().map(locks::get).toList(), true));
            }
        }
        return Optional.empty();
    }

    /// For each lock the locks for which those wait who may hold it.
    private static List<BitSet> next(List<ContendedLock> locks) {
        Map<Long, BitSet> waitedBy = new HashMap<>();
        for (int lock = 0; lock < locks.size(); lock++) {
            for (LockWait wait : locks.get(lock).waits()) {
                waitedBy.computeIfAbsent(wait.member().id(), _ -> new BitSet()).set(lock);
            }
        }
        return locks.stream().map(lock -> waitedByHolders(lock, waitedBy)).toList();
    }

    private static BitSet waitedByHolders(ContendedLock lock, Map<Long, BitSet> waitedBy) {
        BitSet next = new BitSet();
        lock.prime().stream()
                .filter(suspect -> suspect.point().operation().isLock())
                .map(suspect -> waitedBy.get(suspect.member().id()))
                .filter(Objects::nonNull)
                .forEach(next::or);
        return next;
    }

    /// Lengthens the way until it comes back to its start.
    private static boolean isClosed(List<Integer> way, List<BitSet> next) {
        BitSet onward = next.get(way.getLast());
        if (way.size() > 1 && onward.get(way.getFirst())) {
            return true;
        }
        for (int lock = onward.nextSetBit(0); lock >= 0 && way.size() < LENGTH; lock = onward.nextSetBit(lock + 1)) {
            if (!way.contains(lock)) {
                way.add(lock);
                if (isClosed(way, next)) {
                    return true;
                }
                way.removeLast();
            }
        }
        return false;
    }

    /// Exactly two locks at different addresses, both stuck, and no goroutine that works there without
    /// waiting: a lock does not hold itself, and that two holders ended without unlocking at the same time
    /// is far less likely.
    private static Optional<Cycle> mutual(List<ContendedLock> locks, boolean standstill) {
        List<ContendedLock> stuck =
                locks.stream().filter(lock -> standstill || lock.minutes() > 0).toList();
        boolean two = stuck.size() == 2
                && stuck.stream().allMatch(lock -> lock.address().isPresent())
                && stuck.stream().allMatch(LockCycles::hasNoOtherHolder)
                && stuck.stream().allMatch(lock -> NestedLocks.of(lock).isEmpty());
        return two ? Optional.of(new Cycle(stuck, false)) : Optional.empty();
    }

    private static boolean hasNoOtherHolder(ContendedLock lock) {
        return lock.suspects().stream()
                .allMatch(suspect ->
                        suspect.isIdleLoop() || suspect.point().operation().isLock());
    }
}
