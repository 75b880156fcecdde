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

/// Two or more locks are taken in different orders.
public final class LockOrderInversion implements Cause {

    private static final CauseId ID = new CauseId("lock-order-inversion");

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
                Clue.subject("lock-wait-cycle", Strength.PROOF, "each of them works on what the other waits for"),
                Clue.subject(
                        "two-locks-without-another-holder",
                        Strength.STRONG,
                        "two locks are stuck, and only those who wait could hold them"));
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
                "Locks are taken in opposite orders: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Each goroutine holds the lock that the other one wants, so neither goes on, and all who "
                        + "need one of the locks queue behind them.",
                Remedy.of(
                        "Take the locks in one order everywhere (by a rank, by address or by id of the object), "
                                + "or give the first one back before the second is taken.",
                        "from.mu.Lock(); to.mu.Lock()",
                        "first, second := from, to; if second.id < first.id { first, second = second, first }; "
                                + "first.mu.Lock(); second.mu.Lock()"),
                List.of(new Collect(
                        "goroutine dump with addresses",
                        "GOTRACEBACK=system ./SERVICE; kill -QUIT PID",
                        "it shows the address of each lock and channel that is waited for")));
    }
}
