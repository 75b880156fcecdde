package dev.whydunit.diagnosis.detectors.crashes;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.detectors.Quoted;
import dev.whydunit.diagnosis.facts.CrashStories;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.crash.Crash;
import java.util.Set;

/// A panic over a panic: the last value is printed last and is what people search for, the first one is
/// the fault.
public final class PanicMasked implements Detector {

    private static final FindingId FINDING = new FindingId("panic-masked");

    @Override
    public String id() {
        return "panic-masked";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(Crash.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.fact(CrashStories.FACT).stream()
                .filter(CrashStory::isMasked)
                .map(PanicMasked::finding)
                .toList());
    }

    private static Finding finding(CrashStory story) {
        String last = story.later().getLast().text();
        String by = story.laterOrigin().stream()
                .filter(frame -> !frame.function().isStandardLibrary())
                .findFirst()
                .map(frame -> " by " + CrashStory.place(frame))
                .orElse("");
        String statement = "`" + Quoted.line(last) + "` was raised" + by + " while the panic `"
                + Quoted.line(story.text()) + "` of " + story.place() + " was running deferred calls.";
        return Finding.observed(
                        FINDING, story.subject(), statement, story.crash().cite())
                .citing(story.later().stream().map(Crash.PanicValue::cite).toList());
    }
}
