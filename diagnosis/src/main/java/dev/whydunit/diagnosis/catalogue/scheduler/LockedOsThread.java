package dev.whydunit.diagnosis.catalogue.scheduler;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import java.util.List;
import java.util.Set;

/// LockOSThread without unlock, or pinned threads in the way.
public final class LockedOsThread implements Cause {

    private static final CauseId ID = new CauseId("locked-os-thread");

    @Override
    public CauseId id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Prior prior() {
        return Prior.RARE;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject("goroutines-locked-to-threads", Strength.PROOF, "the headers say so"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("blocking-syscall"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Goroutines are locked to threads and stay so: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Each of them owns a thread that no other goroutine can use, and switching to it costs a "
                        + "thread switch. Where LockOSThread has no Unlock on some path and the goroutine lives on, "
                        + "threads pile up.",
                Remedy.of(
                        "Unlock by defer in the same function, or keep one goroutine that owns the thread and "
                                + "send it the work.",
                        "runtime.LockOSThread(); setNamespace(ns)",
                        "runtime.LockOSThread(); defer runtime.UnlockOSThread(); setNamespace(ns)"));
    }
}
