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

/// Something keeps what it should let go: the heap in use grows without end.
public final class HeapLeak implements Cause {

    private static final CauseId ID = new CauseId("heap-leak");

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
                        "heap-site-grows",
                        Strength.STRONG,
                        "one function holds more in the later profile and makes up most of the growth"),
                Clue.subject(
                        "rising-heap-held",
                        Strength.STRONG,
                        "the live heap rises through the whole trace, and one function holds most of it"),
                Clue.subject(
                        "live-heap-rises",
                        Strength.FAIR,
                        "the live heap rises and does not flatten; a cache that warms up may do so too"),
                Clue.process("live-heap-rises", Strength.FAIR, "the live heap rises through the whole trace"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("container-memory-limit"),
                new CauseId("killed-from-outside"),
                new CauseId("gc-overhead"),
                new CauseId("gc-assist-latency"),
                new CauseId("memory-limit-death-spiral"),
                new CauseId("address-space-exhausted"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Memory held by %s grows without end".formatted(support.place()),
                support.statements()
                        + " "
                        + "What a function allocated stays reachable: entries of a map or a cache that nobody "
                        + "removes, a slice that is appended to for ever, a small piece that keeps a large array, a "
                        + "list of subscribers without end. The collector cannot free what is reachable; in the end "
                        + "the process is killed or the collector takes the CPUs.",
                Remedy.of(
                        "Find what keeps it: bound the cache (size or age), delete entries when their owner is "
                                + "done, copy small pieces out of large buffers, set slices of pointers to nil when they "
                                + "shrink. go tool pprof -base heap-1.pb.gz heap-2.pb.gz shows the lines.",
                        "seen[id] = body // never removed",
                        "if len(seen) >= limit { delete(seen, oldest()) }\nseen[id] = body"),
                List.of(
                        new Collect(
                                "heap profiles",
                                "curl -s http://HOST:PORT/debug/pprof/heap > heap-1.pb.gz; sleep 300; curl -s "
                                        + "http://HOST:PORT/debug/pprof/heap > heap-2.pb.gz",
                                "two of them show which function grows"),
                        new Collect(
                                "GC trace",
                                "GODEBUG=gctrace=1 ./SERVICE 2> gctrace.log",
                                "it shows the live heap, the goal and what the collector costs")));
    }
}
