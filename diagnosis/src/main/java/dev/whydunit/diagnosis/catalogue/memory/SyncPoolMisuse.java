package dev.whydunit.diagnosis.catalogue.memory;

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

/// A sync.Pool that saves nothing: it is empty each time it is asked.
public final class SyncPoolMisuse implements Cause {

    private static final CauseId ID = new CauseId("sync-pool-misuse");

    @Override
    public CauseId id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Prior prior() {
        return Prior.OCCASIONAL;
    }

    @Override
    public List<Clue> clues() {
        return List.of(
                Clue.subject(
                        "pool-always-empty",
                        Strength.STRONG,
                        "most of what the function allocates is made by a sync.Pool that had nothing, and the "
                                + "cost shows"),
                Clue.process("collector-share-high", Strength.FAIR, "the collector takes a large share of the CPUs"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("allocation-churn"), new CauseId("gc-overhead"), new CauseId("gc-assist-latency"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "The pool in %s is always empty".formatted(support.place()),
                support.statements()
                        + " "
                        + "A sync.Pool makes a new object only when it has none. Here it makes nearly all that is "
                        + "asked for: objects are not put back (an early return before Put, Put of nil or of a "
                        + "copy), or put back in another pool, or so large and seldom used that each collection "
                        + "empties the pool before they are used again.",
                Remedy.of(
                        "Put back what was taken on every path (defer), reset it before, and leave out what has "
                                + "grown too large.",
                        "buf := pool.Get().(*bytes.Buffer)\nif err := render(buf); err != nil { return err "
                                + "}\npool.Put(buf)",
                        "buf := pool.Get().(*bytes.Buffer)\nbuf.Reset()\ndefer pool.Put(buf)\nif err := render(buf); "
                                + "err != nil { return err }"),
                List.of(new Collect(
                        "GC trace",
                        "GODEBUG=gctrace=1 ./SERVICE 2> gctrace.log",
                        "it shows the live heap, the goal and what the collector costs")));
    }
}
