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

/// The live heap has come up to GOMEMLIMIT: the collector runs without end.
public final class MemoryLimitDeathSpiral implements Cause {

    private static final CauseId ID = new CauseId("memory-limit-death-spiral");

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
        return List.of(
                Clue.subject(
                        "heap-goal-pinned",
                        Strength.STRONG,
                        "the goal stands while the live heap comes up to it, and the collector takes the CPUs"),
                Clue.process("collector-share-high", Strength.FAIR, "the collector takes a large share of the CPUs"),
                Clue.process("live-heap-rises", Strength.HINT, "the live heap rises"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("gc-overhead"),
                new CauseId("gc-assist-latency"),
                new CauseId("allocation-churn"),
                new CauseId("cpu-bound-hot-path"),
                new CauseId("killed-from-outside"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "The memory limit leaves the heap no room: the collector takes the CPUs",
                support.statements()
                        + " "
                        + "GOMEMLIMIT holds the heap goal down. As the live heap comes up to it each collection "
                        + "frees less and the next one begins sooner; the runtime gives the collector up to half of "
                        + "the CPUs before it lets the heap pass the limit. The service is alive and does hardly "
                        + "anything.",
                Remedy.of("Now: raise GOMEMLIMIT (and the container's limit), or restart. Then: find out why the "
                        + "live heap has grown (two heap profiles), leave a tenth to a fifth of the container's "
                        + "memory above GOMEMLIMIT, and alert on live heap / limit."),
                List.of(new Collect(
                        "heap profiles",
                        "curl -s http://HOST:PORT/debug/pprof/heap > heap-1.pb.gz; sleep 300; curl -s "
                                + "http://HOST:PORT/debug/pprof/heap > heap-2.pb.gz",
                        "two of them show which function grows")));
    }
}
