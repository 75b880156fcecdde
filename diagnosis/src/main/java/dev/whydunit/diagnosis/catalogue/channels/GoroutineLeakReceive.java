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

/// Goroutines parked for ever on a receive or range.
public final class GoroutineLeakReceive implements Cause {

    private static final CauseId ID = new CauseId("goroutine-leak-receive");

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
                        "growing-on-receive",
                        Strength.PROOF,
                        "a later dump has more of them, and none of the earlier ones has gone"),
                Clue.subject(
                        "marked-leaked-on-receive",
                        Strength.PROOF,
                        "the runtime itself found that nothing can wake them"),
                Clue.subject("stuck-on-receive", Strength.STRONG, "many, old, made over the life of the process"));
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
                "Goroutines leak on a channel receive: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Nobody sends any more and nobody closes the channel, so a receive or range over it never "
                        + "ends. Each such goroutine keeps its stack and all that it points to.",
                Remedy.of(
                        "Close the channel on every path of the sender (defer close(ch)), or receive in a select "
                                + "with ctx.Done().",
                        "go func() { for j := range jobs { run(j) } }() // jobs is never closed",
                        "defer close(jobs)"),
                List.of(new Collect(
                        "a second dump, minutes later",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine-later.txt",
                        "growth at the same place settles it")));
    }
}
