package dev.whydunit.diagnosis.catalogue.cgo;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import java.util.List;

/// A C library installed a signal handler without SA_ONSTACK.
public final class SignalHandlerWithoutOnStack implements Cause {

    private static final CauseId ID = new CauseId("signal-handler-without-onstack");

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
                "fatal-handler-without-onstack",
                Strength.PROOF,
                "the runtime found its signal handled on the wrong stack and says why"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Signal handler without SA_ONSTACK (signal arrived in %s)".formatted(support.place()),
                support.statements()
                        + " "
                        + "Non-Go code called sigaction without SA_ONSTACK. Go's goroutine stacks are small, so the "
                        + "runtime demands that every handler runs on the signal stack. The signal itself may have a "
                        + "cause of its own: signal 11 under it is a nil dereference or a wild pointer in the function "
                        + "named here.",
                Remedy.of(
                        "Set SA_ONSTACK where the library installs its handler, or keep it from doing so (most have "
                                + "an init flag).",
                        "sa.sa_flags = SA_SIGINFO;",
                        "sa.sa_flags = SA_SIGINFO | SA_ONSTACK;"));
    }
}
