package dev.whydunit.diagnosis.catalogue.host;

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

/// The process needs more threads than it may have.
public final class ThreadExhaustion implements Cause {

    private static final CauseId ID = new CauseId("thread-exhaustion");

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
        return List.of(Clue.subject("thread-limit-reached", Strength.PROOF, "the runtime or the system says so"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("blocking-syscall"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Out of threads: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "A goroutine in a system call or in C code keeps its thread, and the runtime starts "
                        + "another one for the rest. Where such calls do not return (a hung mount, a slow C "
                        + "library, file I/O on a dead disk), each request costs a thread, up to 10,000 or the "
                        + "limit of the system.",
                Remedy.of(
                        "Bound the calls that hold threads by a semaphore and give them a time limit; if the "
                                + "limit itself is low (ulimit -u, pids.max), raise it only after that.",
                        "go func() { C.render(page) }()",
                        "slots <- struct{}{}; go func() { defer func() { <-slots }(); C.render(page) }()"),
                List.of(new Collect(
                        "threads by kernel function",
                        "for t in /proc/PID/task/*; do cat $t/wchan; echo; done | sort | uniq -c",
                        "it shows where the threads hang")));
    }
}
