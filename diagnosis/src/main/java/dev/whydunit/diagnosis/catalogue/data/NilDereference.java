package dev.whydunit.diagnosis.catalogue.data;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import java.util.List;

/// A nil pointer is dereferenced.
public final class NilDereference implements Cause {

    private static final CauseId ID = new CauseId("nil-dereference");

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
        return Prior.COMMON;
    }

    @Override
    public List<Clue> clues() {
        return List.of(Clue.subject(
                "panic-nil-dereference",
                Strength.PROOF,
                "the runtime turned a fault at a small address into this panic"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Nil pointer dereference in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The pointer that this line follows is nil. Where it comes from stands a few calls up: a "
                        + "result that was used although err was not nil, a map or lookup that found nothing, a struct "
                        + "field that no constructor set.",
                Remedy.of(
                        "Check the error or the lookup where the pointer was made, not here.",
                        "u, err := find(id)\nlog(err)\nreturn u.Name",
                        "u, err := find(id)\nif err != nil { return \"\", err }\nreturn u.Name"));
    }
}
