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

/// A goroutine takes a lock that it already holds.
public final class DoubleLock implements Cause {

    private static final CauseId ID = new CauseId("double-lock");

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
                        "lock-waits-for-itself",
                        Strength.PROOF,
                        "a function further down the waiting stack works on the same lock, and nobody else does"),
                Clue.subject(
                        "once-waits-for-itself",
                        Strength.PROOF,
                        "the function of a sync.Once waits for this very Once, further down the stack it is running"),
                Clue.subject(
                        "lock-may-wait-for-itself",
                        Strength.STRONG,
                        "a method of the same type stands further down the waiting stack, and nobody else works "
                                + "there"));
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
                "A lock is taken twice by one goroutine: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Go locks know no owner: Lock on a lock that the same goroutine holds waits for ever. The "
                        + "outer function still holds it, the inner one (often reached through a callback or a "
                        + "helper) takes it again, and everybody else queues behind.",
                Remedy.of(
                        "Split the inner function: an exported one that locks, and an unexported one that expects "
                                + "the lock to be held and is called from inside.",
                        "func (s *Store) Add(k string) { s.mu.Lock(); defer s.mu.Unlock(); s.items[k] = s.Len() } "
                                + "// Len locks too",
                        "func (s *Store) Add(k string) { s.mu.Lock(); defer s.mu.Unlock(); s.items[k] = "
                                + "s.lenLocked() }"),
                List.of(new Collect(
                        "goroutine dump with addresses",
                        "GOTRACEBACK=system ./SERVICE; kill -QUIT PID",
                        "it shows the address of each lock and channel that is waited for")));
    }
}
