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

/// The process holds far more than the Go runtime has: C, mapped files, thread stacks.
public final class OffHeapMemory implements Cause {

    private static final CauseId ID = new CauseId("off-heap-memory");

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
        return Prior.OCCASIONAL;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject(
                "resident-above-go",
                Strength.STRONG,
                "what the kernel counts is far above all that the runtime has from it"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("container-memory-limit"), new CauseId("killed-from-outside"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Memory outside the Go runtime: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Heap profiles, MemStats and GOMEMLIMIT know only what the Go runtime has taken. The rest "
                        + "is malloc of C code behind cgo (C.CString and C.malloc without free, a library's cache, "
                        + "arenas of glibc), mapped files, or stacks of many threads.",
                Remedy.of(
                        "Find the owner: pmap -x PID (anonymous or file), malloc_stats or jemalloc profiling for "
                                + "C, /proc/PID/status for Threads. Free what C code allocates on every path; "
                                + "MALLOC_ARENA_MAX=2 where many threads allocate in C.",
                        "c := C.CString(name)\nC.look_up(c)",
                        "c := C.CString(name)\ndefer C.free(unsafe.Pointer(c))\nC.look_up(c)"),
                List.of(new Collect(
                        "memory map",
                        "pmap -x PID > pmap.txt; grep -E 'VmRSS|RssAnon|RssFile|Threads' /proc/PID/status "
                                + "> status.txt",
                        "it tells anonymous memory from mapped files")));
    }
}
