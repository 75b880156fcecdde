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

/// A channel is closed a second time.
public final class CloseOfClosedChannel implements Cause {

    private static final CauseId ID = new CauseId("close-of-closed-channel");

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
                "panic-close-of-closed-channel",
                Strength.PROOF,
                "the runtime panics with exactly this text and in no other case"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Channel closed twice, the second time in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Two paths close the same channel: this one came second. Usually a Stop or Close that is "
                        + "called twice, or an error path that closes what a deferred call closes again.",
                Remedy.of(
                        "Give the close one owner, or guard it.",
                        "close(s.done)",
                        "s.closeOnce.Do(func() { close(s.done) })"));
    }
}
