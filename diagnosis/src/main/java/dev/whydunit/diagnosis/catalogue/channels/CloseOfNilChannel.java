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

/// A channel is closed that was never made.
public final class CloseOfNilChannel implements Cause {

    private static final CauseId ID = new CauseId("close-of-nil-channel");

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
                "panic-close-of-nil-channel",
                Strength.PROOF,
                "the runtime panics with exactly this text and in no other case"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Close of a nil channel in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The channel variable is nil when it is closed: it was never made on this path, or the struct "
                        + "that holds it was built without its constructor.",
                Remedy.of(
                        "Make the channel where the owner is built, and close only what was made.",
                        "s := &Server{}",
                        "s := &Server{done: make(chan struct{})}"));
    }
}
