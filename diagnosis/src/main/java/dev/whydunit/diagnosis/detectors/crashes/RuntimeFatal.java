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

/// A fatal error of the runtime's own consistency checks (`throw`), which no program can cause by plain Go
/// code.
public final class RuntimeFatal implements Detector {

    private static final FindingId FINDING = new FindingId("fatal-of-runtime");

    /// Texts that say only that a fault arrived: told by [SignalInC] and [UnexpectedFault].
    private static final Set<String> FAULT_TEXTS = Set.of("fault", "unexpected signal during runtime execution");

    @Override
    public String id() {
        return "fatal-of-runtime";
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
                .filter(RuntimeFatal::isUnclaimed)
                .map(story -> Finding.observed(
                        FINDING,
                        story.subject(),
                        "The runtime stopped the program: `fatal error: " + Quoted.line(story.text()) + "`.",
                        story.crash().cite()))
                .toList());
    }

    private static boolean isUnclaimed(CrashStory story) {
        return story.crash().kind() == Crash.Kind.FATAL_ERROR
                && story.crash().panics().isEmpty()
                && CrashWording.of(story).isEmpty()
                && !FAULT_TEXTS.contains(story.text())
                && !SignalInC.isFaultInC(story);
    }
}
