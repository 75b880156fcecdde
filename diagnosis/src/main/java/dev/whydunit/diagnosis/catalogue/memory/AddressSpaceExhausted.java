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

/// The system gives no more memory, or no more mappings, although there may be RAM.
public final class AddressSpaceExhausted implements Cause {

    private static final CauseId ID = new CauseId("address-space-exhausted");

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
        return List.of(Clue.subject(
                "fatal-out-of-memory",
                Strength.STRONG,
                "the system refused memory to the runtime itself, which is no heap limit: GOMEMLIMIT never "
                        + "ends a program"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "The system refused memory (asked for in %s)".formatted(support.place()),
                support.statements()
                        + " "
                        + "mmap failed. With RAM free this is a limit on the address space: ulimit -v, a 32-bit "
                        + "process, vm.max_map_count, or vm.overcommit_memory=2. With RAM gone it is the host.",
                Remedy.of("Compare the limits with what the process had mapped: ulimit -v, /proc/PID/maps (count of "
                        + "lines against vm.max_map_count), CommitLimit in /proc/meminfo."),
                List.of(
                        new Collect(
                                "limits",
                                "cat /proc/PID/limits; wc -l /proc/PID/maps; sysctl vm.max_map_count vm.overcommit_memory",
                                "it shows which limit refused"),
                        new Collect(
                                "heap profile",
                                "curl -s http://HOST:PORT/debug/pprof/heap > heap.pb.gz",
                                "it shows whether the Go heap itself grew")));
    }
}
