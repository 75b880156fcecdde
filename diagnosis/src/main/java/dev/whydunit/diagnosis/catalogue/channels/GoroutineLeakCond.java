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

/// A sync.Cond waiter whose signal was lost.
public final class GoroutineLeakCond implements Cause {

    private static final CauseId ID = new CauseId("goroutine-leak-cond");

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
                Clue.subject(
                        "growing-on-cond",
                        Strength.PROOF,
                        "a later dump has more of them, and none of the earlier ones has gone"),
                Clue.subject(
                        "marked-leaked-on-cond", Strength.PROOF, "the runtime itself found that nothing can wake them"),
                Clue.subject("stuck-on-cond", Strength.STRONG, "many, old, made over the life of the process"));
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
                "Goroutines wait on a sync.Cond for ever: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The signal came before the wait, went to another waiter, or its path forgot it. A Cond "
                        + "keeps no memory of signals.",
                Remedy.of(
                        "Wait in a loop over the condition, change the condition under the same lock, and "
                                + "Broadcast when more than one waiter can go on.",
                        "if len(q.items) == 0 { q.cond.Wait() }",
                        "for len(q.items) == 0 { q.cond.Wait() }"),
                List.of(new Collect(
                        "a second dump, minutes later",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine-later.txt",
                        "growth at the same place settles it")));
    }
}
