package dev.whydunit.diagnosis.catalogue.data;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import java.util.List;

/// A map is written while another goroutine reads, writes or ranges over it.
public final class ConcurrentMapAccess implements Cause {

    private static final CauseId ID = new CauseId("concurrent-map-access");

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
                        "fatal-concurrent-map-access", Strength.PROOF, "the map's own flag showed a writer at work"),
                Clue.same(
                        "map-other-party", Strength.HINT, "the dump still shows a goroutine at work on the same type"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Map used without a lock by several goroutines, caught in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The runtime caught a map access while another goroutine was writing to the same map. The "
                        + "crash shows one party only: the other may be any goroutine that reaches this map. It is luck "
                        + "that it was caught: before, such accesses lost or mixed up data silently.",
                Remedy.of(
                        "Guard every access with one mutex (reads too), or use sync.Map where keys are disjoint; run "
                                + "the tests with -race to find the other side.",
                        "c.items[key] = v",
                        "c.mu.Lock()\nc.items[key] = v\nc.mu.Unlock()"));
    }
}
