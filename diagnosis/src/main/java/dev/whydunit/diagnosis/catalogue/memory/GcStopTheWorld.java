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

/// The world stands still for long at each collection.
public final class GcStopTheWorld implements Cause {

    private static final CauseId ID = new CauseId("gc-stop-the-world");

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
        return List.of(Clue.subject(
                "world-stopped-long",
                Strength.STRONG,
                "pauses of tens of milliseconds again and again; they are far below one as a rule"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("gc-overhead"), new CauseId("gc-assist-latency"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Collections stop the world for long",
                support.statements()
                        + " "
                        + "Stopping the world takes as long as the last goroutine needs to stop: a loop without "
                        + "calls (before Go 1.14, or with asyncpreemptoff=1), a thread that the kernel does not run "
                        + "(CPU quota, too many processors for it), or a page fault. While it waits, nothing runs.",
                Remedy.of("Update Go (1.14 and later stop loops), set GOMAXPROCS to the CPU quota (Go 1.25 does so "
                        + "by itself), and look for swapping and throttling on the host."),
                List.of(
                        new Collect(
                                "execution trace",
                                "curl -s 'http://HOST:PORT/debug/pprof/trace?seconds=5' > trace.out",
                                "it shows what the stop waits for"),
                        new Collect(
                                "CPU quota",
                                "cat /sys/fs/cgroup/cpu.max /sys/fs/cgroup/cpu.stat > cpu.txt",
                                "it shows throttling")));
    }
}
