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

/// A Wait that never ends: a Done is missing on some path.
public final class GoroutineLeakWaitgroup implements Cause {

    private static final CauseId ID = new CauseId("goroutine-leak-waitgroup");

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
                        "growing-on-waitgroup",
                        Strength.PROOF,
                        "a later dump has more of them, and none of the earlier ones has gone"),
                Clue.subject(
                        "marked-leaked-on-waitgroup",
                        Strength.PROOF,
                        "the runtime itself found that nothing can wake them"),
                Clue.subject("stuck-on-waitgroup", Strength.STRONG, "many, old, made over the life of the process"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("heap-leak"),
                new CauseId("goroutine-stack-memory"),
                new CauseId("container-memory-limit"),
                new CauseId("gc-overhead"),
                new CauseId("deadlock-all-asleep"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "A WaitGroup is never done: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Add was called more often than Done: a worker returned early or panicked before its "
                        + "Done, or was never started. None of the workers is left.",
                Remedy.of(
                        "Call Done by defer as the first statement of the worker, and Add before the go statement "
                                + "(or use wg.Go).",
                        "go func() { if err := run(); err != nil { return }; wg.Done() }()",
                        "go func() { defer wg.Done(); if err := run(); err != nil { return } }()"),
                List.of(new Collect(
                        "a second dump, minutes later",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine-later.txt",
                        "growth at the same place settles it")));
    }
}
