package dev.whydunit.diagnosis.detectors.memory;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.detectors.Quoted;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.evidence.log.LogClueKind;
import java.util.Set;

/// The kernel or the orchestrator killed the process because its container was out of memory.
public final class OomKill implements Detector {

    private static final FindingId FINDING = new FindingId("oom-killed");

    @Override
    public String id() {
        return "oom-kill";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(LogClue.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.all(LogClue.class).stream()
                .filter(clue -> clue.kind() == LogClueKind.OOM_KILLED)
                .map(clue -> Finding.observed(
                                FINDING,
                                new Subject.Host("memory limit"),
                                "The process was killed for memory: `" + Quoted.line(clue.example()) + "`.",
                                clue.cite())
                        .citing(clue.cites()))
                .toList());
    }
}
