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

/// A goroutine for each item, without a limit: arrivals outrun departures.
public final class GoroutineUnboundedSpawn implements Cause {

    private static final CauseId ID = new CauseId("goroutine-unbounded-spawn");

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
                        "growing-with-turnover",
                        Strength.STRONG,
                        "a later dump has more of them, although the earlier ones have gone"),
                Clue.subject(
                        "horde-at-work",
                        Strength.STRONG,
                        "so many of one place that no machine runs them at a time, or dump after dump"),
                Clue.subject(
                        "crowd-at-work", Strength.FAIR, "thousands of goroutines of one place do work that would end"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("goroutine-stack-memory"),
                new CauseId("scheduler-starvation"),
                new CauseId("container-memory-limit"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Goroutines are started faster than they finish: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "None of them is stuck: each would end, but more come than go. Memory and latency grow "
                        + "until something gives way.",
                Remedy.of(
                        "Bound them: a worker pool, a semaphore, or errgroup.SetLimit, and refuse or queue what "
                                + "comes beyond.",
                        "for _, it := range items { go handle(it) }",
                        "g.SetLimit(64); for _, it := range items { g.Go(func() error { return handle(it) }) }"),
                List.of(new Collect(
                        "a second dump, minutes later",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine-later.txt",
                        "growth at the same place settles it")));
    }
}
