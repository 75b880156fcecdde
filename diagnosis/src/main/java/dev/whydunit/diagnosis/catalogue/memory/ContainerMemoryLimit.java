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

/// Killed for memory by the kernel or the orchestrator, and nothing shows who held it.
public final class ContainerMemoryLimit implements Cause {

    private static final CauseId ID = new CauseId("container-memory-limit");

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
        return Prior.LAST_RESORT;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject("oom-killed", Strength.PROOF, "the kernel or the orchestrator says so"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("killed-from-outside"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Killed at its memory limit",
                support.statements()
                        + " "
                        + "The memory of the container (or host) was used up and the kernel ended the process with "
                        + "SIGKILL: no Go code runs then, no stack is printed. Who held the memory is not shown by "
                        + "what was given.",
                Remedy.of("Set GOMEMLIMIT to nine tenths of the container's limit, so that the collector works "
                        + "before the kernel does; find out who holds the memory with heap profiles taken before "
                        + "the end; then size the limit."),
                List.of(
                        new Collect(
                                "heap profiles",
                                "curl -s http://HOST:PORT/debug/pprof/heap > heap-1.pb.gz; sleep 300; curl -s "
                                        + "http://HOST:PORT/debug/pprof/heap > heap-2.pb.gz",
                                "two of them show which function grows"),
                        new Collect(
                                "memory of the cgroup",
                                "cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory.stat > memory.txt",
                                "it tells heap from file cache and kernel memory")));
    }
}
