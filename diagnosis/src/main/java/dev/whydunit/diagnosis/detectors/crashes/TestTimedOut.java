package dev.whydunit.diagnosis.detectors.crashes;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.detectors.Quoted;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.crash.ProcessEnd;
import java.util.Set;

/// A test that the testing package ended: a symptom of whatever it waited for.
public final class TestTimedOut implements Detector {

    private static final FindingId FINDING = new FindingId("test-timed-out");

    @Override
    public String id() {
        return "test-timed-out";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(ProcessEnd.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.all(ProcessEnd.class).stream()
                .filter(end -> end.kind() == ProcessEnd.Kind.TEST_TIMEOUT)
                .map(end -> Finding.observed(
                        FINDING,
                        Subject.Process.whole(),
                        "The test was ended: `" + Quoted.line(end.text()) + "`.",
                        end.cite()))
                .toList());
    }
}
