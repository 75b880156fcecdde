package dev.whydunit.diagnosis.catalogue.cgo;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Clue.Strength;
import dev.whydunit.diagnosis.Collect;
import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Support;
import dev.whydunit.evidence.CauseId;
import java.util.List;
import java.util.Set;

/// A C library holds its lock while it calls back into Go, and Go calls the library again.
public final class CCallbackDeadlock implements Cause {

    private static final CauseId ID = new CauseId("c-callback-deadlock");

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
                "callback-calls-c-again",
                Strength.PROOF,
                "a call of the library stands under a callback of the same library and does not come "
                        + "back, and others queue behind it"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("blocking-syscall"),
                new CauseId("thread-exhaustion"),
                new CauseId("killed-from-outside"),
                new CauseId("goroutine-unbounded-spawn"),
                new CauseId("lock-contention"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Deadlock between C and a Go callback: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "A C library takes its lock, calls back into Go while it holds it, and the callback calls "
                        + "a function of the library that takes the same lock. The thread waits for itself; every "
                        + "other call of the library queues behind it, each with a thread of its own. No Go profile "
                        + "shows the C lock.",
                Remedy.of("Do not call the library from its callback: copy what is needed and call after the "
                        + "callback has returned, hand the work to another goroutine, or use the variant of the "
                        + "function that expects the lock to be held."),
                List.of(new Collect(
                        "C stacks",
                        "gdb -p PID -batch -ex 'thread apply all bt' > gdb.txt",
                        "they show the lock in C")));
    }
}
