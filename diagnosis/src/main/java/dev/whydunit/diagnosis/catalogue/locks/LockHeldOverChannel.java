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

/// A lock holder waits on a channel.
public final class LockHeldOverChannel implements Cause {

    private static final CauseId ID = new CauseId("lock-held-over-channel");

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
                        "lock-holder-in-channel",
                        Strength.PROOF,
                        "the only goroutine at work on the lock that does not wait for it is parked there"),
                Clue.subject(
                        "lock-holder-maybe-in-channel", Strength.STRONG, "all who may hold the lock are parked there"));
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
                "A lock is held while its holder waits on a channel: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The holder is parked on a channel operation and keeps the lock meanwhile. If the other "
                        + "side of the channel needs the lock, neither goes on; in any case all others queue behind "
                        + "a peer that may never come.",
                Remedy.of(
                        "Do not send or receive under a lock: copy what is needed, unlock, then use the channel; "
                                + "or make the send give up (select with default or ctx.Done()).",
                        "h.mu.Lock(); for _, s := range h.subs { s.ch <- ev }; h.mu.Unlock()",
                        "h.mu.Lock(); subs := slices.Clone(h.subs); h.mu.Unlock(); for _, s := range subs { s.ch "
                                + "<- ev }"),
                List.of(new Collect(
                        "goroutine dump with addresses",
                        "GOTRACEBACK=system ./SERVICE; kill -QUIT PID",
                        "it shows the address of each lock and channel that is waited for")));
    }
}
