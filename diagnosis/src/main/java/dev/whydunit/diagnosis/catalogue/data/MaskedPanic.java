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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first panic is hidden by a later one.
public final class MaskedPanic implements Cause {

    private static final CauseId ID = new CauseId("masked-panic");

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
                "panic-masked", Strength.PROOF, "the chain of panic values shows the first one and the one over it"));
    }

    @Override
    public Set<CauseId> explains() {
        return Stream.of(
                        "unlock-of-unlocked",
                        "application-panic",
                        "nil-dereference",
                        "close-of-closed-channel",
                        "negative-waitgroup-counter",
                        "index-out-of-range",
                        "send-on-closed-channel",
                        "nil-map-write",
                        "failed-type-assertion",
                        "divide-by-zero",
                        "typed-nil-interface",
                        "close-of-nil-channel")
                .map(CauseId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "The panic that counts is the first one, raised in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "While the first panic ran the deferred calls, one of them failed in its turn; the last "
                        + "message is what people search for, and it is only an effect. Mend the first; the second goes "
                        + "with it.",
                Remedy.of(
                        "Mend the first panic. Let deferred calls check their state before they act (unlock only what "
                                + "is locked, close only what is open)."));
    }
}
