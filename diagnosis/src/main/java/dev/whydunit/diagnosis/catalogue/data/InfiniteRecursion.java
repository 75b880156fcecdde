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

/// Functions call each other without end until the stack is full.
public final class InfiniteRecursion implements Cause {

    private static final CauseId ID = new CauseId("infinite-recursion");

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
                Clue.subject("recursion-cycle", Strength.PROOF, "the same calls repeat to the end of the stack"),
                Clue.subject(
                        "fatal-stack-overflow",
                        Strength.STRONG,
                        "the runtime stopped the program at its limit of the stack"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Endless recursion of %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The stack grew to its limit (1 GB on 64-bit systems) in calls that repeat themselves. The "
                        + "end condition is missing or never met: a cycle in the data, a String or Error method that "
                        + "formats its own receiver, a handler that calls itself.",
                Remedy.of(
                        "Add the end condition: remember what was visited, or bound the depth.",
                        "func (n *Node) String() string { return fmt.Sprintf(\"%v\", n) }",
                        "func (n *Node) String() string { return \"node \" + n.Name }"));
    }
}
