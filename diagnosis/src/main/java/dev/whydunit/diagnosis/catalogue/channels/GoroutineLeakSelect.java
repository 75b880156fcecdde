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

/// Goroutines parked in a select whose cases can no longer happen.
public final class GoroutineLeakSelect implements Cause {

    private static final CauseId ID = new CauseId("goroutine-leak-select");

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
                        "growing-on-select",
                        Strength.PROOF,
                        "a later dump has more of them, and none of the earlier ones has gone"),
                Clue.subject(
                        "marked-leaked-on-select",
                        Strength.PROOF,
                        "the runtime itself found that nothing can wake them"),
                Clue.subject("stuck-on-select", Strength.STRONG, "many, old, made over the life of the process"));
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
                "Goroutines leak in a select: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "None of the channels in the select will be sent to or closed any more, and no case "
                        + "listens to an end.",
                Remedy.of(
                        "Add a case for the end (ctx.Done() or a channel that is closed on stop), and make sure "
                                + "that it comes: defer cancel().",
                        "select { case v := <-in: use(v); case <-flush: send() }",
                        "select { case v := <-in: use(v); case <-flush: send(); case <-ctx.Done(): return }"),
                List.of(new Collect(
                        "a second dump, minutes later",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine-later.txt",
                        "growth at the same place settles it")));
    }
}
