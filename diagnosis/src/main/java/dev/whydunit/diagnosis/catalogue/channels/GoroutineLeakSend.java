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

/// Goroutines parked for ever on a channel send.
public final class GoroutineLeakSend implements Cause {

    private static final CauseId ID = new CauseId("goroutine-leak-send");

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
                        "growing-on-send",
                        Strength.PROOF,
                        "a later dump has more of them, and none of the earlier ones has gone"),
                Clue.subject(
                        "marked-leaked-on-send", Strength.PROOF, "the runtime itself found that nothing can wake them"),
                Clue.subject("stuck-on-send", Strength.STRONG, "many, old, made over the life of the process"));
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
                "Goroutines leak on a channel send: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The receiver has gone: it returned early, gave up at its time limit or met an error, and "
                        + "nobody else receives. Each such goroutine keeps its stack and all that it points to.",
                Remedy.of(
                        "Give the channel room for every sender (make(chan T, n)), or let the send give up: "
                                + "select with ctx.Done().",
                        "ch := make(chan result); go func() { ch <- fetch() }()",
                        "ch := make(chan result, 1); go func() { ch <- fetch() }()"),
                List.of(new Collect(
                        "a second dump, minutes later",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine-later.txt",
                        "growth at the same place settles it")));
    }
}
