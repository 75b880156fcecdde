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

/// A Go pointer is passed to C, or kept there, against the rules.
public final class CgoPointerViolation implements Cause {

    private static final CauseId ID = new CauseId("cgo-pointer-violation");

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
        return List.of(
                Clue.subject(
                        "panic-cgo-pointer",
                        Strength.PROOF,
                        "the runtime checks every pointer that crosses to C and stops at this one"),
                Clue.subject(
                        "fatal-go-pointer-stored",
                        Strength.PROOF,
                        "the write barrier check (GOEXPERIMENT=cgocheck2) saw the store"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Go pointer crosses to C against the rules in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The memory handed to C holds Go pointers that are not pinned. The collector may move on or "
                        + "free what they point to while C still uses them.",
                Remedy.of(
                        "Pass plain memory without Go pointers, pin what it points to with runtime.Pinner, or hand "
                                + "over a cgo.Handle.",
                        "C.register(unsafe.Pointer(&cfg)) // cfg holds pointers",
                        "h := cgo.NewHandle(cfg)\nC.register(C.uintptr_t(h))"));
    }
}
