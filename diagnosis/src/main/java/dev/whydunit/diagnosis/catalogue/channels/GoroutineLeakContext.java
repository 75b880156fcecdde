package dev.whydunit.diagnosis.catalogue.channels;

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

/// Work goes on after its caller has gone.
public final class GoroutineLeakContext implements Cause {

    private static final CauseId ID = new CauseId("goroutine-leak-context");

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
                Clue.subject(
                        "growing-on-background-call",
                        Strength.PROOF,
                        "a later dump has more of them, and none of the earlier ones has gone"),
                Clue.subject(
                        "marked-leaked-on-background-call",
                        Strength.PROOF,
                        "the runtime itself found that nothing can wake them"),
                Clue.subject(
                        "stuck-on-background-call", Strength.STRONG, "many, old, made over the life of the process"),
                Clue.subject(
                        "contexts-never-cancelled",
                        Strength.STRONG,
                        "goroutines of package context wait for the end of a parent or child that never comes"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("heap-leak"),
                new CauseId("goroutine-stack-memory"),
                new CauseId("container-memory-limit"),
                new CauseId("gc-overhead"),
                new CauseId("deadlock-all-asleep"),
                new CauseId("goroutine-leak-waitgroup"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Work outlives its caller: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The goroutine was started for a request that is over, and waits in a call that has no "
                        + "deadline of that request: the context was dropped (context.Background() in place of the "
                        + "caller's), or its cancel is never called.",
                Remedy.of(
                        "Hand the caller's context down (or context.WithoutCancel with a deadline of its own), "
                                + "and call cancel by defer.",
                        "go s.enrich(context.Background(), id)",
                        "ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), 5*time.Second); "
                                + "go func() { defer cancel(); s.enrich(ctx, id) }()"),
                List.of(new Collect(
                        "a second dump, minutes later",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine-later.txt",
                        "growth at the same place settles it")));
    }
}
