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

/// unsafe arithmetic leaves its object.
public final class UnsafePointerOutOfBounds implements Cause {

    private static final CauseId ID = new CauseId("unsafe-pointer-out-of-bounds");

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
        return List.of(
                Clue.subject(
                        "fatal-checkptr", Strength.PROOF, "checkptr compares the pointer with its object's bounds"),
                Clue.subject(
                        "fault-at-wild-address",
                        Strength.STRONG,
                        "Go memory is never at such an address: the pointer was made by arithmetic, or outlived its "
                                + "mapping"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "unsafe pointer out of bounds in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "A pointer made with unsafe points outside of the object that it came from. Within Go's own "
                        + "memory such an access returns garbage or overwrites a neighbour without any message; only "
                        + "checkptr or luck makes it visible.",
                Remedy.of(
                        "Use unsafe.Slice with the true length, or an index into a slice; build with -d=checkptr in "
                                + "tests.",
                        "p := (*int)(unsafe.Add(unsafe.Pointer(&a[0]), 16)) // a has 2 ints",
                        "p := &a[i] // bounds are checked"));
    }
}
