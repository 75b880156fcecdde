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

/// Stacks, not the heap, hold the memory.
public final class GoroutineStackMemory implements Cause {

    private static final CauseId ID = new CauseId("goroutine-stack-memory");

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
        return List.of(Clue.subject(
                "stacks-above-heap",
                Strength.STRONG,
                "the runtime itself counts more memory in stacks than in the heap"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("container-memory-limit"), new CauseId("killed-from-outside"), new CauseId("gc-overhead"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Goroutine stacks hold the memory: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Each goroutine has a stack of at least 2 KiB that doubles when it is deep or holds large "
                        + "arrays, and shrinks only by half and only at a collection. Many goroutines, or few very "
                        + "deep ones, hold more than the heap; a heap profile does not show it.",
                Remedy.of("Have fewer goroutines at a time (a pool of workers, a limit on connections), keep large "
                        + "arrays and deep recursion out of those that live long, and let a goroutine end when its "
                        + "burst is over."),
                List.of(new Collect(
                        "goroutine dump",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine.txt",
                        "it shows whose stacks they are")));
    }
}
