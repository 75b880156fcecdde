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

/// HTTP response bodies that are not closed.
public final class GoroutineLeakResponseBody implements Cause {

    private static final CauseId ID = new CauseId("goroutine-leak-response-body");

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
        return Prior.COMMON;
    }

    @Override
    public List<Clue> clues() {
        return List.of(
                Clue.subject(
                        "unread-bodies",
                        Strength.STRONG,
                        "client connections wait for somebody to read or close the body"),
                Clue.subject("growing-unread-bodies", Strength.PROOF, "a later dump has more of them"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("heap-leak"),
                new CauseId("goroutine-stack-memory"),
                new CauseId("container-memory-limit"),
                new CauseId("gc-overhead"),
                new CauseId("descriptor-exhaustion"),
                new CauseId("goroutine-leak-context"),
                new CauseId("client-without-timeout"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "HTTP response bodies are not closed: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "A client connection cannot be used again before the body of its response is read to the "
                        + "end or closed. Each forgotten body keeps a connection, a descriptor and two goroutines.",
                Remedy.of(
                        "Close the body on every path, right behind the check of the error, and read it to the "
                                + "end if the connection is to be used again.",
                        "resp, err := c.Get(u); if err != nil { return err }; if resp.StatusCode != 200 { return "
                                + "errStatus }",
                        "resp, err := c.Get(u); if err != nil { return err }; defer resp.Body.Close()"),
                List.of(new Collect(
                        "heap profile",
                        "curl -s http://HOST:PORT/debug/pprof/heap > heap.pb.gz",
                        "it names the callers whose connections are kept")));
    }
}
