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
import java.util.Set;

/// An interface is not nil because it holds a typed nil pointer.
public final class TypedNilInterface implements Cause {

    private static final CauseId ID = new CauseId("typed-nil-interface");

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
                        "panic-typed-nil", Strength.PROOF, "the runtime names the nil pointer that the interface held"),
                Clue.subject(
                        "nil-receiver-behind-interface",
                        Strength.PROOF,
                        "Error is called through the interface error: the comparison with nil had passed"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("nil-dereference"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Typed nil in an interface, called in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The interface value compared unequal to nil since it carries a type, but the pointer in it "
                        + "is nil. A function with a concrete pointer type as result, assigned to an interface such as "
                        + "error, is the usual source.",
                Remedy.of(
                        "Return the interface type and a bare nil.",
                        "func check() *MyError { return nil }\nvar err error = check()",
                        "func check() error { return nil }"));
    }
}
