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

/// The holder of a lock has returned or ended without unlocking.
public final class MissingUnlock implements Cause {

    private static final CauseId ID = new CauseId("missing-unlock");

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
        return List.of(Clue.subject(
                "lock-without-holder",
                Strength.STRONG,
                "goroutines have waited for minutes, and nobody is left who works there"));
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
                "A lock was never given back: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Whoever took the lock has left by a path without Unlock: an early return, an error "
                        + "branch, a panic that was recovered further up. A dump shows those who wait and cannot "
                        + "show who forgot.",
                Remedy.of(
                        "Look at each function that takes this lock for a path without Unlock, and unlock by "
                                + "defer right behind Lock.",
                        "s.mu.Lock(); if err := check(k); err != nil { return err }; s.items[k]++; s.mu.Unlock()",
                        "s.mu.Lock(); defer s.mu.Unlock(); if err := check(k); err != nil { return err }; "
                                + "s.items[k]++"),
                List.of(new Collect(
                        "goroutine dump with addresses",
                        "GOTRACEBACK=system ./SERVICE; kill -QUIT PID",
                        "it shows the address of each lock and channel that is waited for")));
    }
}
