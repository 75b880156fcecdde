package dev.whydunit.diagnosis.catalogue.locks;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Collect;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import java.util.List;
import java.util.Set;

/// A lock holder is in I/O, sleep or a system call.
public final class LockHeldOverIo implements Cause {

    private static final CauseId ID = new CauseId("lock-held-over-io");

    @Override
    public CauseId id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Prior prior() {
        return Prior.COMMON;
    }

    @Override
    public List<Clue> clues() {
        return List.of(
                Clue.subject(
                        "lock-holder-in-io",
                        Strength.PROOF,
                        "the only goroutine at work on the lock that does not wait for it is parked there"),
                Clue.subject("lock-holder-maybe-in-io", Strength.STRONG, "all who may hold the lock are parked there"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("killed-from-outside"),
                new CauseId("deadlock-all-asleep"),
                new CauseId("goroutine-leak-waitgroup"),
                new CauseId("goroutine-leak-send"),
                new CauseId("goroutine-leak-receive"),
                new CauseId("goroutine-leak-select"),
                new CauseId("goroutine-leak-cond"),
                new CauseId("goroutine-unbounded-spawn"),
                new CauseId("slow-dependency"),
                new CauseId("client-without-timeout"),
                new CauseId("lock-contention"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "A lock is held over slow I/O: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The holder waits for the network, the disk, a timer or a C call and keeps the lock "
                        + "meanwhile, so one slow answer stops all that need the lock.",
                Remedy.of(
                        "Do the I/O outside: unlock before the call and lock again to store its result "
                                + "(singleflight if only one may ask), and give the call a time limit.",
                        "c.mu.Lock(); defer c.mu.Unlock(); v, err := c.fetch(ctx, k); c.items[k] = v",
                        "v, err := c.fetch(ctx, k); c.mu.Lock(); c.items[k] = v; c.mu.Unlock()"),
                List.of(new Collect(
                        "goroutine dump with addresses",
                        "GOTRACEBACK=system ./SERVICE; kill -QUIT PID",
                        "it shows the address of each lock and channel that is waited for")));
    }
}
