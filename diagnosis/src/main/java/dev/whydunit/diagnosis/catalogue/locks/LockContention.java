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

/// One hot lock limits the throughput; no deadlock.
public final class LockContention implements Cause {

    private static final CauseId ID = new CauseId("lock-contention");

    @Override
    public CauseId id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Prior prior() {
        return Prior.COMMON;
    }

    @Override
    public List<Clue> clues() {
        return List.of(
                Clue.subject(
                        "lock-delay",
                        Strength.STRONG,
                        "most of the time waited for locks is waited for this one, a millisecond and more at a "
                                + "time"),
                Clue.subject(
                        "lock-crowd-behind-running-holder",
                        Strength.STRONG,
                        "a crowd queues, and one goroutine runs inside"),
                Clue.subject("lock-crowd", Strength.FAIR, "a crowd queues for a lock that moves"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "One lock limits the throughput: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Nothing is stuck: the lock moves, but work arrives faster than it passes through. "
                        + "Latency is waiting, the CPU is not used, and more goroutines only make the queue longer.",
                Remedy.of(
                        "Make the critical section shorter (no formatting, sorting or I/O inside), split the lock "
                                + "by key (shards), or publish read-mostly data by atomic.Pointer.",
                        "c.mu.Lock(); defer c.mu.Unlock(); sort.Slice(c.items, less); return render(c.items)",
                        "c.mu.Lock(); items := slices.Clone(c.items); c.mu.Unlock(); sort.Slice(items, less); "
                                + "return render(items)"),
                List.of(new Collect(
                        "mutex profile",
                        "runtime.SetMutexProfileFraction(100); curl -s http://HOST:PORT/debug/pprof/mutex "
                                + "> mutex.pb.gz",
                        "it tells which lock is waited for, and how long")));
    }
}
