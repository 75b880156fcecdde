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

/// A lock holder waits on a WaitGroup, Cond or Once.
public final class LockHeldOverWait implements Cause {

    private static final CauseId ID = new CauseId("lock-held-over-wait");

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
                        "lock-holder-in-condition",
                        Strength.PROOF,
                        "the only goroutine at work on the lock that does not wait for it is parked there"),
                Clue.subject(
                        "lock-holder-maybe-in-condition",
                        Strength.STRONG,
                        "all who may hold the lock are parked there"));
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
                "A lock is held while its holder waits for others: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The holder waits for goroutines to finish or signal and keeps the lock meanwhile. If one "
                        + "of them needs the lock, neither goes on.",
                Remedy.of(
                        "Wait without the lock: collect the work under the lock, unlock, then Wait.",
                        "p.mu.Lock(); defer p.mu.Unlock(); for _, j := range p.jobs { wg.Add(1); go p.run(j, &wg) "
                                + "}; wg.Wait() // run locks too",
                        "p.mu.Lock(); jobs := slices.Clone(p.jobs); p.mu.Unlock(); for _, j := range jobs { "
                                + "wg.Add(1); go p.run(j, &wg) }; wg.Wait()"),
                List.of(new Collect(
                        "goroutine dump with addresses",
                        "GOTRACEBACK=system ./SERVICE; kill -QUIT PID",
                        "it shows the address of each lock and channel that is waited for")));
    }
}
