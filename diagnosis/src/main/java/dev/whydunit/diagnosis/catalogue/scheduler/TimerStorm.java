package dev.whydunit.diagnosis.catalogue.scheduler;

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

/// Timers cost more than the work that they time.
public final class TimerStorm implements Cause {

    private static final CauseId ID = new CauseId("timer-storm");

    @Override
    public CauseId id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Prior prior() {
        return Prior.OCCASIONAL;
    }

    @Override
    public List<Clue> clues() {
        return List.of(
                Clue.subject("timer-work", Strength.STRONG, "a fifth of the CPU time goes into the timers themselves"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(
                new CauseId("scheduler-starvation"),
                new CauseId("goroutine-leak-receive"),
                new CauseId("goroutine-leak-select"),
                new CauseId("goroutine-leak-ticker"),
                new CauseId("goroutine-unbounded-spawn"),
                new CauseId("allocation-churn"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Timers use up the CPU: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Every timer that starts, moves or fires is a change of an ordered heap and wakes a "
                        + "thread. Thousands of short timers (a Sleep in a poll loop, a time.After in a busy "
                        + "select, one ticker for each item) keep the cores busy with waking up.",
                Remedy.of(
                        "Replace many timers by few: one ticker that walks a list of deadlines, a channel that "
                                + "signals in place of polling, a longer period, Reset of one timer in place of time.After "
                                + "in a loop.",
                        "for { select { case v := <-in: handle(v); case <-time.After(time.Millisecond): poll() } }",
                        "t := time.NewTicker(time.Second); defer t.Stop(); for { select { case v := <-in: handle(v); case <-t.C: poll() } }"),
                List.of(new Collect(
                        "goroutine dump",
                        "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > goroutine.txt",
                        "it shows who sleeps")));
    }
}
