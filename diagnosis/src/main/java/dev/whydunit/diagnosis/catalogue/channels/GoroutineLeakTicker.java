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

/// A ticker, timer or poll loop without a stop.
public final class GoroutineLeakTicker implements Cause {

    private static final CauseId ID = new CauseId("goroutine-leak-ticker");

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
                        "growing-on-tick",
                        Strength.PROOF,
                        "a later dump has more of them, and none of the earlier ones has gone"),
                Clue.subject(
                        "marked-leaked-on-tick", Strength.PROOF, "the runtime itself found that nothing can wake them"),
                Clue.subject("stuck-on-tick", Strength.STRONG, "many, old, made over the life of the process"));
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
                "Loops over timers are never stopped: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Each of them wakes up, finds nothing to do and waits again, for ever: the loop has no "
                        + "way out, and a new one is started again and again.",
                Remedy.of(
                        "Give the loop an end (ctx.Done() or a stop channel), stop the ticker by defer, and start "
                                + "it once.",
                        "go func() { for range time.Tick(d) { poll() } }()",
                        "go func() { t := time.NewTicker(d); defer t.Stop(); for { select { case <-t.C: poll(); "
                                + "case <-ctx.Done(): return } } }()"),
                List.of(new Collect(
                        "a second dump, minutes later",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine-later.txt",
                        "growth at the same place settles it")));
    }
}
