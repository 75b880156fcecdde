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

/// Garbage, not a leak: one function allocates so much that allocating and collecting cost the program
/// dearly.
public final class AllocationChurn implements Cause {

    private static final CauseId ID = new CauseId("allocation-churn");

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
                Clue.subject(
                        "garbage-site",
                        Strength.STRONG,
                        "one function makes a third or more of all bytes, hardly any of it is still in use, and "
                                + "the cost shows"),
                Clue.subject(
                        "allocating-function",
                        Strength.STRONG,
                        "most of what own code pays for allocating is paid in one function"),
                Clue.process("collector-share-high", Strength.FAIR, "the collector takes a large share of the CPUs"),
                Clue.process(
                        "heap-room-small",
                        Strength.COUNTER,
                        "so little room makes any garbage dear: the setting comes first"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("gc-overhead"), new CauseId("gc-assist-latency"), new CauseId("cpu-bound-hot-path"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "%s makes garbage faster than is good".formatted(support.place()),
                support.statements()
                        + " "
                        + "The memory is not lost: it is freed at the next collection. But each byte has to be "
                        + "cleared, marked around and swept, and the more is made per request the more often the "
                        + "collector runs. The heap in use stays flat; what was allocated since the start is what "
                        + "counts here.",
                Remedy.of(
                        "Allocate less in this function: reuse buffers (sync.Pool with Put, bytes.Buffer.Reset), "
                                + "give slices and maps their size at once, encode into a writer in place of a string, "
                                + "avoid []byte to string and back, pass values rather than pointers to small things. go "
                                + "tool pprof -sample_index=alloc_space shows the lines.",
                        "out := \"\"\nfor _, row := range rows { out += row.String() }",
                        "var out strings.Builder\nout.Grow(size)\nfor _, row := range rows { "
                                + "out.WriteString(row.String()) }"),
                List.of(
                        new Collect(
                                "allocation profile",
                                "curl -s 'http://HOST:PORT/debug/pprof/allocs?seconds=30' > allocs.pb.gz",
                                "it shows what was allocated in these seconds"),
                        new Collect(
                                "GC trace",
                                "GODEBUG=gctrace=1 ./SERVICE 2> gctrace.log",
                                "it shows the live heap, the goal and what the collector costs")));
    }
}
