package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A lock that goroutines of a dump wait for.
///
/// @param dump     the dump
/// @param address  the lock, where a word shows it
/// @param waits    those that wait, in the order of the dump; not all of a crowd
/// @param queue    how many wait
/// @param suspects those that may hold it, the best reason first; those that wait for this lock are not among them
public record ContendedLock(
        GoroutineDump dump, OptionalLong address, List<LockWait> waits, long queue, List<Suspect> suspects) {

    public ContendedLock {
        Objects.requireNonNull(dump);
        Objects.requireNonNull(address);
        waits = List.copyOf(waits);
        suspects = List.copyOf(suspects);
    }

    /// The suspects with the best reason. Idle loops count only where there is nobody else.
    public List<Suspect> prime() {
        List<Suspect> busy =
                suspects.stream().filter(suspect -> !suspect.isIdleLoop()).toList();
        List<Suspect> left = busy.isEmpty() ? suspects : busy;
        return left.stream()
                .filter(suspect -> suspect.relation() == left.getFirst().relation())
                .toList();
    }

    /// The longest wait that is printed, in minutes; 0 where none is.
    public int minutes() {
        return waits.stream()
                .mapToInt(wait -> wait.point().minutes().orElse(0))
                .max()
                .orElse(0);
    }

    /// The lock as a subject: those who may hold it, then those who wait.
    public Subject.Lock subject(List<Frame> heldBy) {
        List<Frame> waited = waits.stream()
                .flatMap(wait -> told(wait.point()))
                .distinct()
                .limit(8)
                .toList();
        return new Subject.Lock(address.orElse(0), heldBy, waited);
    }

    private static Stream<Frame> told(WaitPoint point) {
        return Stream.concat(point.calledBy().stream(), point.own().stream().limit(2));
    }

    /// The places of those who wait, one for each distinct stack.
    public List<Cite> cites() {
        return waits.stream()
                .map(wait -> wait.point().group().cite())
                .distinct()
                .toList();
    }
}
