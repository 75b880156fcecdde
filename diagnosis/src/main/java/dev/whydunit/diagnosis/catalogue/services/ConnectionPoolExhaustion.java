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

/// A connection pool has none free.
public final class ConnectionPoolExhaustion implements Cause {

    private static final CauseId ID = new CauseId("connection-pool-exhaustion");

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
                Clue.subject("pool-holder", Strength.PROOF, "callers queue for a connection, and these keep one"),
                Clue.subject("pool-queue", Strength.STRONG, "callers queue for a connection of the pool"),
                Clue.subject(
                        "pool-used-up",
                        Strength.STRONG,
                        "the pool's own figures say that all are in use and callers wait"),
                Clue.process("pool-timeouts", Strength.FAIR, "clients gave up waiting for a connection"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("client-without-timeout"),
                new CauseId("slow-dependency"),
                new CauseId("goroutine-leak-context"),
                new CauseId("goroutine-leak-response-body"),
                new CauseId("goroutine-unbounded-spawn"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "No connection is free in the pool: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "All connections are handed out and callers queue for one. Either those who have one keep "
                        + "it too long or never give it back (rows, transactions or bodies not closed, a second "
                        + "connection asked for while one is held), or the pool is too small for the load.",
                Remedy.of(
                        "Give each connection back on every path (defer rows.Close(), defer tx.Rollback()), do "
                                + "not ask for a second one while holding the first, and bound the wait by a context.",
                        "rows, err := db.Query(q); for rows.Next() { db.QueryRow(q2) }",
                        "rows, err := db.Query(q); defer rows.Close(); ids := collect(rows); rows.Close(); for _, "
                                + "id := range ids { db.QueryRow(q2, id) }"),
                List.of(new Collect(
                        "pool statistics",
                        "log db.Stats() once a minute, or curl -s http://HOST:PORT/metrics > metrics.txt",
                        "they show connections in use and callers that wait")));
    }
}
