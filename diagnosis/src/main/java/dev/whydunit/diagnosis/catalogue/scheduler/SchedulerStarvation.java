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

/// Goroutines are runnable and do not run.
public final class SchedulerStarvation implements Cause {

    private static final CauseId ID = new CauseId("scheduler-starvation");

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
        return List.of(
                Clue.subject("runnable-queue", Strength.STRONG, "goroutines wait for a processor all the time"),
                Clue.process("hot-function", Strength.FAIR, "one function has the processors"),
                Clue.subject("runnable-crowd", Strength.FAIR, "a dump shows them in the queue"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("cpu-bound-hot-path"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Runnable goroutines wait for a processor (%s)".formatted(support.place()),
                support.statements()
                        + " "
                        + "Work arrives faster than the processors (P) of GOMAXPROCS take it, or long computations "
                        + "keep them: everything else, also answers to health checks, waits in the run queues. "
                        + "Latency grows although nothing is blocked.",
                Remedy.of(
                        "Give the long computation a bound (a worker pool smaller than GOMAXPROCS, chunks with "
                                + "pauses, a process of its own), or give the program more CPU: GOMAXPROCS is the number of "
                                + "cores that it may use at a time.",
                        "go crunch(batch) // one for each request",
                        "slots := make(chan struct{}, runtime.GOMAXPROCS(0)-1) // crunch takes a slot first"),
                List.of(
                        new Collect(
                                "CPU profile",
                                "curl -s 'http://HOST:PORT/debug/pprof/profile?seconds=30' > cpu.pb.gz",
                                "it names the function that has the processors"),
                        new Collect(
                                "scheduler trace",
                                "GODEBUG=schedtrace=1000 ./SERVICE 2> sched.log",
                                "it shows the queues over time")));
    }
}
