package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.evidence.Cite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /// @param shown  whether each holder is shown by the stacks; else two locks are waited for, and nobody is
    ///               left who could hold either but those who wait
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
        for (ContendedLock start : locks) {
            Optional<List<ContendedLock>> way = walk(start, List.of(start), locks);
            if (way.isPresent()) {
                return Optional.of(new Cycle(way.get(), true));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<ContendedLock>> walk(
            ContendedLock start, List<ContendedLock> way, List<ContendedLock> all) {
        Set<Long> holders = way.getLast().prime().stream()
                .filter(suspect -> suspect.point().operation().isLock())
                .map(suspect -> suspect.member().id())
                .collect(Collectors.toCollection(HashSet::new));
        for (ContendedLock next : all) {
            boolean waited = next.waits().stream()
                    .anyMatch(wait -> holders.contains(wait.member().id()));
            if (waited && next.equals(start) && way.size() > 1) {
                return Optional.of(way);
            }
            if (waited && !way.contains(next) && way.size() < LENGTH) {
                List<ContendedLock> longer = new ArrayList<>(way);
                longer.add(next);
                Optional<List<ContendedLock>> found = walk(start, longer, all);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// Exactly two locks at different addresses, both stuck, and no goroutine that works there without waiting: a lock
    /// does not hold itself, and that two holders ended without unlocking at the same time is far less likely.
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
