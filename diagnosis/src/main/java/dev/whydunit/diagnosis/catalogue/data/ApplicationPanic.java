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

/// The program panics with a value of its own.
public final class ApplicationPanic implements Cause {

    private static final CauseId ID = new CauseId("application-panic");

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
        return List.of(
                Clue.subject("panic-of-application", Strength.PROOF, "the program raised it with a value of its own"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "The program panics in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The program (or a library) called panic itself with this value. The value names what it "
                        + "could not go on without.",
                Remedy.of(
                        "Return an error where the caller can handle the case; keep panic for what cannot happen.",
                        "if err != nil { panic(err) }",
                        "if err != nil { return fmt.Errorf(\"load config: %w\", err) }"));
    }
}
