package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.SourceLine;
import dev.whydunit.evidence.goroutine.Goroutine;
import java.util.List;
import java.util.OptionalLong;

/// A goroutine that waits for a lock.
///
/// @param point   where
/// @param member  which
/// @param address the lock, where a word shows it
/// @param object  the receiver of the method that locks, where a word shows it
public record LockWait(WaitPoint point, Goroutine member, OptionalLong address, OptionalLong object) {

    static LockWait of(WaitPoint point, Goroutine member) {
        OptionalLong address = Words.lockAddress(point, member);
        OptionalLong object = point.calledBy()
                        .filter(frame -> frame.function().receiverType().isPresent())
                        .isPresent()
                ? Words.first(member, point.caller())
                : OptionalLong.empty();
        return new LockWait(point, member, address, object);
    }

    /// The function that takes the lock, closures counted to the function that declares them.
    public FunctionName function() {
        return point.frames().getFirst().function().enclosing();
    }

    /// The line in which it is taken, 0 where it is not known.
    int line() {
        return point.frames().getFirst().location().map(SourceLine::line).orElse(0);
    }

    /// The frames below the one that takes the lock: who called it.
    public List<Frame> callers() {
        return point.frames().subList(1, point.frames().size());
    }

    /// The type whose method takes the lock, with its package; the function itself where it is no method.
    String owner() {
        FunctionName function = function();
        return function.receiverType()
                .map(type -> function.packagePath() + "." + type)
                .orElse(function.canonical());
    }
}
