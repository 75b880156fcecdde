package dev.whydunit.diagnosis.catalogue.scheduler;

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

/// Threads blocked in system or C calls hold back the program.
public final class BlockingSyscall implements Cause {

    private static final CauseId ID = new CauseId("blocking-syscall");

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
        return Prior.LAST_RESORT;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject(
                "threads-in-calls", Strength.STRONG, "many goroutines of one path stand in calls that hold a thread"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("killed-from-outside"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Blocking calls hold the threads: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "A goroutine in a system call or in C code keeps its thread; the runtime starts another "
                        + "one for the rest, up to 10,000. Calls that do not return (a hung mount, a slow C "
                        + "library) pile up as threads and as memory for their stacks.",
                Remedy.of(
                        "Bound these calls by a semaphore and give them a time limit, or use the form that the "
                                + "netpoller serves (sockets, pipes, deadlines).",
                        "go func() { C.render(page) }()",
                        "slots <- struct{}{}; go func() { defer func() { <-slots }(); C.render(page) }()"),
                List.of(new Collect(
                        "where the threads hang",
                        "for t in /proc/PID/task/*; do cat $t/wchan; echo; done | sort | uniq -c",
                        "it tells the kernel function")));
    }
}
