package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds the goroutine that waits for a lock which it probably holds itself: further down its own stack stands a
/// function
/// that takes this lock too.
///
/// Where the outer function holds the lock, no second goroutine can wait in the inner one by the same path: it would
/// have been stopped in the outer function. So a path that several share proves the opposite. Readers of an RWMutex can
/// share it: several may hold it for reading.
public final class NestedLocks {

    private NestedLocks() {}

    /// A wait with the frame further down that works on the same lock.
    ///
    /// @param inner    the wait
    /// @param outer    the frame that probably holds it
    /// @param relation why
    public record Nested(LockWait inner, Frame outer, Relation relation) {}

    /// The nested wait for a lock, the one with the best reason.
    public static Optional<Nested> of(ContendedLock lock) {
        Map<List<FunctionName>, Long> paths =
                lock.waits().stream().collect(Collectors.groupingBy(NestedLocks::path, Collectors.counting()));
        Map<FunctionName, Long> functions =
                lock.waits().stream().collect(Collectors.groupingBy(LockWait::function, Collectors.counting()));
        return lock.waits().stream()
                .filter(wait ->
                        wait.point().operation() == Operation.READ_LOCK || paths.getOrDefault(path(wait), 0L) == 1)
                .flatMap(wait -> nested(wait, lock, functions).stream())
                .min(Comparator.comparing(Nested::relation));
    }

    private static List<FunctionName> path(LockWait wait) {
        return wait.point().frames().stream().map(Frame::function).toList();
    }

    private static Optional<Nested> nested(LockWait wait, ContendedLock lock, Map<FunctionName, Long> functions) {
        List<Frame> frames = wait.point().group().stack().frames();
        return IntStream.range(wait.point().caller() + 1, frames.size())
                .mapToObj(frame -> nested(wait, frame, lock, functions))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Nested::relation));
    }

    private static Optional<Nested> nested(
            LockWait wait, int frame, ContendedLock lock, Map<FunctionName, Long> functions) {
        Frame outer = wait.point().group().stack().frames().get(frame);
        FunctionName function = outer.function().enclosing();
        boolean sameType = function.receiverType().isPresent()
                && function.packagePath().equals(wait.function().packagePath())
                && function.receiverType().equals(wait.function().receiverType());
        OptionalLong receiver = sameType ? Words.first(wait.member(), frame) : OptionalLong.empty();
        if (receiver.isPresent() && isKnown(wait, lock)) {
            return isIt(receiver.getAsLong(), wait, lock)
                    ? Optional.of(new Nested(wait, outer, Relation.SAME_OBJECT))
                    : Optional.empty();
        }
        long itself = function.equals(wait.function()) ? 1 : 0;
        if (functions.getOrDefault(function, 0L) > itself) {
            return Optional.of(new Nested(wait, outer, Relation.SAME_FUNCTION));
        }
        return sameType ? Optional.of(new Nested(wait, outer, Relation.SAME_TYPE)) : Optional.empty();
    }

    private static boolean isKnown(LockWait wait, ContendedLock lock) {
        return wait.object().isPresent() || lock.address().isPresent();
    }

    private static boolean isIt(long word, LockWait wait, ContendedLock lock) {
        return (wait.object().isPresent() && wait.object().getAsLong() == word)
                || (lock.address().isPresent()
                        && Words.covers(word, lock.address().getAsLong()));
    }
}
