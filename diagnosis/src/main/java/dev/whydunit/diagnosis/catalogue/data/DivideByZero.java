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

/// An integer is divided by zero.
public final class DivideByZero implements Cause {

    private static final CauseId ID = new CauseId("divide-by-zero");

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
                "panic-divide-by-zero",
                Strength.PROOF,
                "the runtime panics with exactly this text and in no other case"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Integer division by zero in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The divisor is zero: usually a count or an interval that is zero for empty input.",
                Remedy.of(
                        "Decide what the empty case means before you divide.",
                        "avg := sum / len(xs)",
                        "if len(xs) == 0 { return 0 }\navg := sum / len(xs)"));
    }
}
