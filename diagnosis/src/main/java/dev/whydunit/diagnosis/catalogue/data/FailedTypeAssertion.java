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

/// A type assertion fails.
public final class FailedTypeAssertion implements Cause {

    private static final CauseId ID = new CauseId("failed-type-assertion");

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
                "panic-failed-type-assertion",
                Strength.PROOF,
                "the runtime panics with exactly this text and in no other case"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Type assertion fails in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The interface holds another type than the one asserted: the message names both. Often a "
                        + "value that changed its type in another version of a module, a context key or cache entry of "
                        + "another owner, or JSON numbers (always float64).",
                Remedy.of(
                        "Use the two-value form and handle the other case.",
                        "id := v.(string)",
                        "id, ok := v.(string)\nif !ok { return fmt.Errorf(\"id is %T\", v) }"));
    }
}
