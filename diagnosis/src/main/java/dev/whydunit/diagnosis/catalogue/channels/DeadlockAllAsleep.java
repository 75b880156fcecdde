package dev.whydunit.diagnosis.catalogue.channels;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import dev.whydunit.evidence.FindingId;
import java.util.List;
import java.util.Set;

/// Every goroutine waits, none can wake another.
public final class DeadlockAllAsleep implements Cause {

    private static final CauseId ID = new CauseId("deadlock-all-asleep");

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
        return Prior.LAST_RESORT;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject(
                "fatal-all-asleep", Strength.PROOF, "the runtime has counted: no goroutine is left that could run"));
    }

    @Override
    public Set<FindingId> accountsFor() {
        return Set.of(new FindingId("test-timed-out"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Deadlock: no goroutine is left that could run (main waits in %s)".formatted(support.place()),
                support.statements()
                        + " "
                        + "The runtime found every goroutine parked and stopped the program. What each of them waits "
                        + "for stands in the dump below the message.",
                Remedy.of("Read the groups of the dump: one of them waits for something that only it, or nobody, could "
                        + "give."));
    }
}
