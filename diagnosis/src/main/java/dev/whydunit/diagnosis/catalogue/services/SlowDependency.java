package dev.whydunit.diagnosis.catalogue.services;

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

/// Waiting on one remote party.
public final class SlowDependency implements Cause {

    private static final CauseId ID = new CauseId("slow-dependency");

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
                Clue.subject("most-in-client-call", Strength.STRONG, "the program does little else than wait for it"),
                Clue.subject("crowd-in-client-call", Strength.FAIR, "a crowd waits for a remote party"),
                Clue.subject("timeouts-of-one-party", Strength.STRONG, "the log is full of time-outs of one party"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("goroutine-unbounded-spawn"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "A remote party is slow or does not answer: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The program itself waits: its goroutines stand in calls to one party, and give up at "
                        + "their limits. The time goes there.",
                Remedy.of("Look at that party. Meanwhile: fail fast (a circuit breaker), bound the calls in flight, "
                        + "and keep its slowness from the requests that do not need it."),
                List.of(new Collect(
                        "goroutine dump",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine.txt",
                        "it shows which call waits")));
    }
}
