package dev.whydunit.diagnosis.catalogue.services;

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

/// Calls to a remote party without a time limit.
public final class ClientWithoutTimeout implements Cause {

    private static final CauseId ID = new CauseId("client-without-timeout");

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
                        "stuck-on-client-call",
                        Strength.STRONG,
                        "requests have waited for minutes in a call to a remote party"),
                Clue.subject("growing-on-client-call", Strength.STRONG, "more and more wait, and none has given up"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("slow-dependency"),
                new CauseId("heap-leak"),
                new CauseId("goroutine-stack-memory"),
                new CauseId("container-memory-limit"),
                new CauseId("gc-overhead"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Calls wait for a remote party without a time limit: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "The remote party accepted and does not answer, and nothing ends the wait: the zero "
                        + "http.Client, a dial or a query without deadline. Every request that needs it hangs with "
                        + "it.",
                Remedy.of(
                        "Set a limit: http.Client{Timeout: ...}, a context with deadline for queries and RPCs, "
                                + "SetDeadline on a connection.",
                        "resp, err := http.Get(u)",
                        "ctx, cancel := context.WithTimeout(ctx, 3*time.Second); defer cancel(); req, _ := "
                                + "http.NewRequestWithContext(ctx, \"GET\", u, nil)"),
                List.of(new Collect(
                        "log", "kubectl logs POD --timestamps > pod.log", "it names the party that does not answer")));
    }
}
