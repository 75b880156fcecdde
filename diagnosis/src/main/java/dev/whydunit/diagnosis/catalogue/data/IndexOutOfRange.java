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

/// A slice, array or string is indexed or cut outside of its length.
public final class IndexOutOfRange implements Cause {

    private static final CauseId ID = new CauseId("index-out-of-range");

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
                "panic-index-out-of-range",
                Strength.PROOF,
                "the runtime panics with exactly this text and in no other case"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Index out of range in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The index is not below the length at this place. The message carries both numbers: a length "
                        + "of 0 means empty input, an index equal to the length an off-by-one, a huge or negative one "
                        + "an arithmetic slip or hostile input.",
                Remedy.of(
                        "Check the length before the index, at the place where the data come in.",
                        "first := parts[1]",
                        "if len(parts) < 2 { return ErrShort }\nfirst := parts[1]"));
    }
}
