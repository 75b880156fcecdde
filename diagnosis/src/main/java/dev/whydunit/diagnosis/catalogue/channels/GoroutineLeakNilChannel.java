package dev.whydunit.diagnosis.catalogue.channels;

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

/// Send or receive on a nil channel.
public final class GoroutineLeakNilChannel implements Cause {

    private static final CauseId ID = new CauseId("goroutine-leak-nil-channel");

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
        return Prior.OCCASIONAL;
    }

    @Override
    public List<Clue> clues() {
        return List.of(
                Clue.subject(
                        "growing-on-nil-channel",
                        Strength.PROOF,
                        "a later dump has more of them, and none of the earlier ones has gone"),
                Clue.subject(
                        "marked-leaked-on-nil-channel",
                        Strength.PROOF,
                        "the runtime itself found that nothing can wake them"),
                Clue.subject("stuck-on-nil-channel", Strength.STRONG, "many, old, made over the life of the process"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("heap-leak"),
                new CauseId("goroutine-stack-memory"),
                new CauseId("container-memory-limit"),
                new CauseId("gc-overhead"),
                new CauseId("deadlock-all-asleep"),
                new CauseId("goroutine-leak-waitgroup"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "A nil channel is used, which blocks for ever: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The channel was declared and never made (or was set to nil): every send and receive on "
                        + "it blocks for ever. The runtime prints it in the state of the goroutine.",
                Remedy.of(
                        "Make the channel before its first use, in the constructor.",
                        "type Feed struct { out chan Event } // never made",
                        "func NewFeed() *Feed { return &Feed{out: make(chan Event, 16)} }"),
                List.of(new Collect(
                        "a second dump, minutes later",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine-later.txt",
                        "growth at the same place settles it")));
    }
}
