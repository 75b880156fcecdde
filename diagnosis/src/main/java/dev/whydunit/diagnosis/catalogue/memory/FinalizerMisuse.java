package dev.whydunit.diagnosis.catalogue.memory;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import java.util.List;

/// A finalizer that the runtime refuses.
public final class FinalizerMisuse implements Cause {

    private static final CauseId ID = new CauseId("finalizer-misuse");

    private static final String REFUSED =
            "SetFinalizer was called with an object or a function that cannot be one: the argument's type does not fit, "
                    + "the pointer is not to the start of an allocation, or a finalizer is set already. The program "
                    + "ends at once; it is not silently ignored.";

    private static final String BLOCKED =
            "All finalizers of a program run one after the other on one goroutine. A finalizer that waits (for a "
                    + "channel, a lock, the network) stops all others: memory, files and C objects that they would "
                    + "give back are never given back, although the heap profile shows nothing that is held.";

    @Override
    public CauseId id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Prior prior() {
        return Prior.RARE;
    }

    @Override
    public List<Clue> clues() {
        return List.of(
                Clue.subject("fatal-finalizer", Strength.PROOF, "the runtime refuses the finalizer and says why"),
                Clue.subject(
                        "finalizer-blocked",
                        Strength.PROOF,
                        "the one goroutine that runs all finalizers waits, and none runs any more"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Finalizer misused in %s".formatted(support.place()),
                support.statements() + " "
                        + (support.finding("finalizer-blocked").isPresent() ? BLOCKED : REFUSED),
                Remedy.of(
                        "Prefer an explicit Close; where a finalizer must be, give it a function of exactly the "
                                + "object's pointer type (or use runtime.AddCleanup from Go 1.24).",
                        "runtime.SetFinalizer(r, func(x *any) { ... })",
                        "runtime.SetFinalizer(r, func(r *Resource) { ... })"));
    }
}
