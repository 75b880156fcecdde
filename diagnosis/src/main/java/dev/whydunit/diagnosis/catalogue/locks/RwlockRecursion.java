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

/// RLock inside RLock, with a writer between.
public final class RwlockRecursion implements Cause {

    private static final CauseId ID = new CauseId("rwlock-recursion");

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
        return Prior.OCCASIONAL;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject(
                "reader-behind-writer-waits-for-itself",
                Strength.PROOF,
                "the reader holds the lock further down its own stack, and a writer waits between"));
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
                new CauseId("lock-contention"),
                new CauseId("double-lock"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "A read lock is taken again behind a waiting writer: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "An RWMutex lets no new reader in while a writer waits. The goroutine reads already, asks "
                        + "to read again, and stands behind the writer, who waits for it to finish reading.",
                Remedy.of(
                        "Read-lock once on the way in: let the inner function expect that the lock is held.",
                        "func (c *Config) Rule(k string) Rule { c.mu.RLock(); defer c.mu.RUnlock(); return "
                                + "c.lookup(k) } // lookup read-locks too",
                        "func (c *Config) Rule(k string) Rule { c.mu.RLock(); defer c.mu.RUnlock(); return "
                                + "c.lookupLocked(k) }"),
                List.of(new Collect(
                        "goroutine dump with addresses",
                        "GOTRACEBACK=system ./SERVICE; kill -QUIT PID",
                        "it shows the address of each lock and channel that is waited for")));
    }
}
