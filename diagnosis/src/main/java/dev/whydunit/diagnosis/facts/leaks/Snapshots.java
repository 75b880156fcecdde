package dev.whydunit.diagnosis.facts.leaks;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.evidence.Moment;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The full dumps of a process in the order of time: by the times that manifest, content or log give, else
/// by the highest goroutine number, which only grows. Never by file name or order of reading. Empty where
/// there is no order.
///
/// @param dumps at least two, the oldest first; or none
public record Snapshots(List<GoroutineDump> dumps) {

    public static final Fact<Snapshots> FACT = Snapshots::derive;

    public Snapshots {
        dumps = List.copyOf(dumps);
    }

    /// The time between first and last, where both are known.
    public Optional<Duration> between() {
        if (dumps.size() < 2) {
            return Optional.empty();
        }
        Optional<Moment> first = dumps.getFirst().origin().when();
        Optional<Moment> last = dumps.getLast().origin().when();
        return first.isPresent() && last.isPresent()
                ? Optional.of(Duration.between(first.get().at(), last.get().at()))
                : Optional.empty();
    }

    private static Snapshots derive(ProcessView process) {
        List<GoroutineDump> full = process.all(GoroutineDump.class).stream()
                .filter(dump -> dump.detail().allGoroutines() && dump.whole())
                .toList();
        boolean timed = full.stream().allMatch(dump -> dump.origin().when().isPresent());
        Comparator<GoroutineDump> order = timed
                ? Comparator.comparing(
                        dump -> dump.origin().when().orElseThrow().at())
                : Comparator.comparingLong(GoroutineDump::highestId);
        List<GoroutineDump> sorted = full.stream().sorted(order).toList();
        return new Snapshots(isOrdered(sorted, order) ? sorted : List.of());
    }

    private static boolean isOrdered(List<GoroutineDump> sorted, Comparator<GoroutineDump> order) {
        for (int i = 1; i < sorted.size(); i++) {
            if (order.compare(sorted.get(i - 1), sorted.get(i)) >= 0) {
                return false;
            }
        }
        return sorted.size() > 1;
    }
}
