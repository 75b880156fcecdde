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

/// A goroutine sends on a channel that another part of the program has closed.
public final class SendOnClosedChannel implements Cause {

    private static final CauseId ID = new CauseId("send-on-closed-channel");

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
                "panic-send-on-closed-channel",
                Strength.PROOF,
                "the runtime panics with exactly this text and in no other case"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Send on a closed channel in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "A channel has one owner that may close it: the side that sends. Here somebody closed it "
                        + "while this sender was still at work, so every later send panics, and the panic ends the "
                        + "whole process. The closer is not on this stack: look for close() on the same channel, most "
                        + "often in a Stop, Close or cancel path.",
                Remedy.of(
                        "Let only the sending side close, after its last send; tell receivers to stop by a context or "
                                + "a done channel instead of closing under the senders.",
                        "close(events) // in Stop(), while publishers still run",
                        "cancel() // publishers select on ctx.Done(); the last one closes events"));
    }
}
