package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.evidence.Cite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The locks that goroutines wait for, dump by dump, with those who may hold them.
///
/// Waits are of one lock where words show one address; where only the receiver shows, where it covers that
/// address; and where nothing shows, where methods of one type (else: one function) lock and only one lock
/// of that type is known.
public final class ContendedLocks implements Fact<List<ContendedLock>> {

    public static final ContendedLocks FACT = new ContendedLocks();

    /// Locks looked at in one dump, those with the longest queues: a lock for each of a thousand
    /// connections is no story, and the work stays bounded.
    private static final int LOCKS = 64;

    /// Members of one group that are looked at singly: the others of a crowd tell nothing new.
    private static final int MEMBERS = 512;

    private ContendedLocks() {}

    @Override
    public List<ContendedLock> derive(ProcessView process) {
        Map<Cite, List<WaitPoint>> byDump = process.fact(WaitPoints.FACT).stream()
                .collect(Collectors.groupingBy(point -> point.dump().cite(), LinkedHashMap::new, Collectors.toList()));
        return byDump.values().stream().flatMap(points -> of(points).stream()).toList();
    }

    private static List<ContendedLock> of(List<WaitPoint> points) {
        List<Queue> queues = new ArrayList<>();
        points.stream()
                .filter(point -> point.operation().isLock() && point.calledBy().isPresent())
                .flatMap(point ->
                        point.group().members().stream().limit(MEMBERS).map(member -> LockWait.of(point, member)))
                .sorted(Comparator.comparing((LockWait wait) -> wait.address().isEmpty())
                        .thenComparing(wait -> wait.object().isEmpty()))
                .forEach(wait -> queue(queues, wait).waits.add(wait));
        var suspicion = new Suspicion(points);
        return queues.stream()
                .sorted(Comparator.comparingLong((Queue queue) -> -queue.length()))
                .limit(LOCKS)
                .map(queue -> queue.lock(suspicion))
                .toList();
    }

    /// Waits for one lock while they are gathered.
    private static final class Queue {
        private final OptionalLong address;
        private final OptionalLong object;
        private final String owner;
        private final List<LockWait> waits = new ArrayList<>();

        Queue(LockWait first) {
            this.address = first.address();
            this.object = first.object();
            this.owner = first.owner();
        }

        boolean takes(LockWait wait) {
            if (wait.address().isPresent()) {
                return address.equals(wait.address());
            }
            if (wait.object().isPresent()) {
                long word = wait.object().getAsLong();
                return address.isPresent()
                        ? Words.covers(word, address.getAsLong())
                        : object.isPresent() && object.getAsLong() == word;
            }
            return owner.equals(wait.owner());
        }

        boolean isUnshown() {
            return address.isEmpty() && object.isEmpty();
        }

        /// All that wait: where a group is larger than what was looked at, its rest waits for the same
        /// lock as a rule.
        long length() {
            Map<Cite, List<LockWait>> byGroup = waits.stream()
                    .collect(Collectors.groupingBy(
                            wait -> wait.point().group().cite(), LinkedHashMap::new, Collectors.toList()));
            return byGroup.values().stream().mapToLong(Queue::length).sum();
        }

        private static long length(List<LockWait> ofGroup) {
            return ofGroup.size() >= MEMBERS
                    ? ofGroup.getFirst().point().group().count()
                    : ofGroup.size();
        }

        ContendedLock lock(Suspicion suspicion) {
            return new ContendedLock(
                    waits.getFirst().point().dump(), address, waits, length(), suspicion.of(address, waits));
        }
    }

    private static Queue queue(List<Queue> queues, LockWait wait) {
        List<Queue> taking = queues.stream().filter(queue -> queue.takes(wait)).toList();
        boolean isShown = wait.address().isPresent() || wait.object().isPresent();
        if (taking.size() == 1 || (isShown && !taking.isEmpty())) {
            return taking.getFirst();
        }
        return taking.stream().filter(Queue::isUnshown).findFirst().orElseGet(() -> {
            var queue = new Queue(wait);
            queues.add(queue);
            return queue;
        });
    }
}
