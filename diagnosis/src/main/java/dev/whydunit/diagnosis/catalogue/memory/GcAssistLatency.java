package dev.whydunit.diagnosis.catalogue.memory;

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

/// Those who allocate have to do the marking: requests wait for the collector.
public final class GcAssistLatency implements Cause {

    private static final CauseId ID = new CauseId("gc-assist-latency");

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
                Clue.subject("assist-waiters", Strength.STRONG, "many goroutines stand in an assist at one moment"),
                Clue.subject("assist-share-high", Strength.STRONG, "half of the marking is done by those who allocate"),
                Clue.process("assist-share-high", Strength.FAIR, "half of the marking is done by those who allocate"));
    }

    @Override
    public Set<CauseId> explains() {
        return Set.of(new CauseId("gc-overhead"));
    }

    @Override
    public Narrative narrate(Support support) {
        return new Narrative(
                "Allocating goroutines pay for the collector: %s".formatted(support.place()),
                support.statements()
                        + " "
                        + "While the collector marks, each goroutine that allocates pays a debt: it marks in "
                        + "proportion. When allocation outruns the background workers, the debt is paid in the "
                        + "middle of requests, as latency, in the very paths that allocate.",
                Remedy.of("Allocate less in the paths that must be quick, in larger and fewer pieces; give the heap "
                        + "more room so that marking begins earlier (GOGC); give the process CPUs that it really "
                        + "gets."),
                List.of(new Collect(
                        "CPU profile",
                        "curl -s 'http://HOST:PORT/debug/pprof/profile?seconds=30' > cpu.pb.gz",
                        "runtime.gcAssistAlloc in it shows who pays")));
    }
}
