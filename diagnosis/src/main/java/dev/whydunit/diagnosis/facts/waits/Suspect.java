package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.goroutine.Goroutine;

/// A goroutine that may hold a lock.
///
/// @param point    what it does now
/// @param member   which goroutine, the first where several share stack and reason
/// @param count    how many share stack and reason
/// @param relation why it may hold the lock
/// @param frame    the frame that says so
public record Suspect(WaitPoint point, Goroutine member, long count, Relation relation, Frame frame) {

    /// Whether it looks like the idle loop of a worker, which works on the object and holds nothing: it waits for work
    /// in the function that its `go` statement started.
    public boolean isIdleLoop() {
        boolean forWork = switch (point.operation()) {
            case SELECT, CHANNEL_RECEIVE, COND_WAIT, SLEEP -> true;
            default -> false;
        };
        return forWork && point.isAtEntry() && relation != Relation.SAME_FUNCTION;
    }
}
