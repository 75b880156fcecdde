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

/// More Done than Add on a WaitGroup.
public final class NegativeWaitGroupCounter implements Cause {

    private static final CauseId ID = new CauseId("negative-waitgroup-counter");

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
        return Prior.OCCASIONAL;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject(
                "panic-negative-waitgroup-counter",
                Strength.PROOF,
                "the runtime panics with exactly this text and in no other case"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "WaitGroup counter below zero in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Done was called more often than Add counted: a Done on two paths of one task, an Add that "
                        + "runs inside the goroutine (after a Done or Wait of others), or a WaitGroup that was copied.",
                Remedy.of(
                        "Add once before the go statement, and Done exactly once by defer at the top of the "
                                + "goroutine; from Go 1.25 use wg.Go.",
                        "go func() { wg.Add(1); work(); wg.Done() }()",
                        "wg.Add(1)\ngo func() { defer wg.Done(); work() }()"));
    }
}
