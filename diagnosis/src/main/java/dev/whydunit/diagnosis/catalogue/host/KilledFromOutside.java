package dev.whydunit.diagnosis.catalogue.host;

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

/// Someone sent a signal: no bug in the dump.
public final class KilledFromOutside implements Cause {

    private static final CauseId ID = new CauseId("killed-from-outside");

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
        return Prior.LAST_RESORT;
    }

    @Override
    public List<Clue> clues() {
        return List.of(
                Clue.subject(
                        "quit-signal-sent", Strength.PROOF, "SIGQUIT is never raised by a fault: somebody sent it"),
                Clue.subject("ended-by-signal", Strength.PROOF, "the process did not end by itself"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Ended from outside: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The process did not fail by itself: it was sent a signal. SIGQUIT is how one takes a dump "
                        + "(or how a test runner ends a test); SIGTERM is a shutdown; SIGKILL comes from an operator, "
                        + "an orchestrator or the kernel's OOM killer.",
                Remedy.of("Find the sender: kubectl describe pod (events, last state), journalctl -k (OOM), the test "
                        + "runner's log."),
                List.of(
                        new Collect(
                                "kernel log",
                                "journalctl -k | grep -i -E 'oom|killed process'",
                                "it tells whether the kernel killed it"),
                        new Collect("events", "kubectl describe pod POD", "it tells whether the orchestrator did")));
    }
}
