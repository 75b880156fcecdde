package dev.whydunit.diagnosis.catalogue.cgo;

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

/// The heap is corrupted: by unsafe, by C that writes into Go memory, or by a race on a multi-word value.
public final class BadPointerInHeap implements Cause {

    private static final CauseId ID = new CauseId("bad-pointer-in-heap");

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
                "fatal-heap-corrupted",
                Strength.PROOF,
                "the collector met memory that no correct Go program can make"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Heap corruption, found while in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The collector or allocator found its own structures or a pointer broken. The place where it "
                        + "was found is not where it was done: some code wrote through an unsafe.Pointer, a uintptr "
                        + "kept over a collection, a C buffer that was too small, or two goroutines raced on an "
                        + "interface or slice.",
                Remedy.of("Run the tests with -race, with -gcflags=all=-d=checkptr and, for C, with -asan; look at "
                        + "every unsafe and cgo use of the named types."),
                List.of(new Collect(
                        "checkptr run",
                        "go test -race -gcflags=all=-d=checkptr ./...",
                        "it stops at the pointer that leaves its object")));
    }
}
