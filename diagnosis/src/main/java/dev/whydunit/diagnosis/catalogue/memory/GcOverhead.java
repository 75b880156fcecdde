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

/// The collector takes a large share of the CPUs, and nothing sharper says why.
public final class GcOverhead implements Cause {

    private static final CauseId ID = new CauseId("gc-overhead");

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
        return Prior.COMMON;
    }

    @Override
    public List<Clue> clues() {
        return List.of(
                Clue.subject("collector-share-high", Strength.STRONG, "a service at ease pays 2 to 10 %"),
                Clue.subject(
                        "heap-room-small",
                        Strength.FAIR,
                        "the room is a fraction of what GOGC=100 leaves: that is what makes the collector dear"),
                Clue.subject(
                        "collections-forced",
                        Strength.STRONG,
                        "the program asks for the collections itself, and pays for them"),
                Clue.process("collections-forced", Strength.FAIR, "the program asks for the collections itself"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("gc-assist-latency"), new CauseId("cpu-bound-hot-path"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "The collector takes the CPUs: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The collector's cost is the live heap it marks times how often it runs; how often is the "
                        + "rate of allocation divided by the room between live heap and goal. Small room (a low "
                        + "GOGC, a small heap), much garbage, or calls of runtime.GC make it dear.",
                Remedy.of("Give the heap more room (GOGC, or GOMEMLIMIT with GOGC=off where the memory is there), "
                        + "make less garbage, and take out calls of runtime.GC and debug.FreeOSMemory."),
                List.of(
                        new Collect(
                                "allocation profile",
                                "curl -s 'http://HOST:PORT/debug/pprof/allocs?seconds=30' > allocs.pb.gz",
                                "it shows who makes the garbage"),
                        new Collect(
                                "GC trace",
                                "GODEBUG=gctrace=1 ./SERVICE 2> gctrace.log",
                                "it shows the live heap, the goal and what the collector costs")));
    }
}
