package dev.whydunit.diagnosis.catalogue.runtime;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import java.util.List;

/// A known fault of this Go version.
public final class GoRuntimeBug implements Cause {

    private static final CauseId ID = new CauseId("go-runtime-bug");

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
                Clue.subject("known-runtime-bug", Strength.PROOF, "text, function and Go version match a known fault"),
                Clue.subject(
                        "fatal-of-runtime", Strength.FAIR, "plain Go code cannot cause it; unsafe, C and races can"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "The Go runtime itself fails in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The runtime's own consistency check failed. Where text and version match a known fault, an "
                        + "upgrade ends it; else suspect unsafe, cgo and data races first.",
                Remedy.of(
                        "Upgrade to the newest patch release of your Go version and try again; else run with -race."));
    }
}
