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

/// A map is written that was never made.
public final class NilMapWrite implements Cause {

    private static final CauseId ID = new CauseId("nil-map-write");

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
                "panic-nil-map-write",
                Strength.PROOF,
                "the runtime panics with exactly this text and in no other case"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Write to a nil map in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The map is nil here: reading it worked (and gave zero values), the first write panics. The "
                        + "struct was built without its constructor, or decoded from data that lacked the field.",
                Remedy.of(
                        "Make the map where its owner is built.",
                        "type Cache struct{ m map[string]int }",
                        "func NewCache() *Cache { return &Cache{m: map[string]int{}} }"));
    }
}
