package dev.whydunit.diagnosis.catalogue.channels;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import java.util.List;

/// A WaitGroup is used for a next round before the last Wait has returned.
public final class WaitGroupReuse implements Cause {

    private static final CauseId ID = new CauseId("waitgroup-reuse");

    @Override
    public CauseId id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Prior prior() {
        return Prior.RARE;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject(
                "panic-waitgroup-reuse",
                Strength.PROOF,
                "the runtime panics with exactly this text and in no other case"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "WaitGroup reused too early in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Add ran concurrently with a Wait of the previous round. A waiter that has been released had "
                        + "not yet returned from Wait when the counter rose again, so its round has no clear end.",
                Remedy.of(
                        "Use a new WaitGroup for each round, or let one goroutine do Add and Wait in turn.",
                        "for batch := range batches { wg.Add(len(batch)); go wait(&wg) }",
                        "for batch := range batches { var wg sync.WaitGroup; wg.Add(len(batch)); ... ; wg.Wait() }"));
    }
}
