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

/// Plain CPU use in one path of the program.
public final class CpuBoundHotPath implements Cause {

    private static final CauseId ID = new CauseId("cpu-bound-hot-path");

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
        return List.of(Clue.subject(
                "hot-function", Strength.STRONG, "more than half of all CPU time is computed below one function"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "CPU is used up in %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "Nothing waits here: the program computes. Latency grows with every request that comes "
                        + "while the cores are busy, and more replicas only share the cost.",
                Remedy.of(
                        "Make that path cheaper: look at the flame graph below it, and take out work that is "
                                + "repeated (compiled patterns, parsed templates, lookups in a list) or that grows with the "
                                + "square of the input.",
                        "for _, e := range entries { if regexp.MustCompile(p).MatchString(e) { n++ } }",
                        "var pattern = regexp.MustCompile(p) // once; for _, e := range entries { if pattern.MatchString(e) { n++ } }"),
                List.of(new Collect(
                        "CPU profile under load",
                        "curl -s 'http://HOST:PORT/debug/pprof/profile?seconds=30' > cpu.pb.gz",
                        "a second one, after the change, shows what it gained")));
    }
}
