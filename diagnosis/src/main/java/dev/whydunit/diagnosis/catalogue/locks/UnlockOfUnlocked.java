package dev.whydunit.diagnosis.catalogue.locks;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import java.util.List;

/// A lock is unlocked that is not locked.
public final class UnlockOfUnlocked implements Cause {

    private static final CauseId ID = new CauseId("unlock-of-unlocked");

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
                "fatal-unlock-of-unlocked",
                Strength.PROOF,
                "the runtime checks the lock's state and stops the program"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Unlock of an unlocked lock in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The lock was free when this Unlock ran: an explicit Unlock followed by a deferred one, an "
                        + "Unlock on a path that never locked, or a lock that was copied with its struct. It cannot be "
                        + "recovered.",
                Remedy.of(
                        "Lock and defer Unlock in one place and leave out the other Unlock; never copy a struct that "
                                + "holds a lock.",
                        "s.mu.Lock()\ndefer s.mu.Unlock()\nif full { s.mu.Unlock(); return }",
                        "s.mu.Lock()\ndefer s.mu.Unlock()\nif full { return }"));
    }
}
