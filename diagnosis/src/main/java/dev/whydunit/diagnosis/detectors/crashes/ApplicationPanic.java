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

/// Panics with a value of the program's own: everything that no [CrashWording] claims.
public final class ApplicationPanic implements Detector {

    private static final FindingId FINDING = new FindingId("panic-of-application");

    /// The testing package panics to end a test that takes too long: a symptom, told by [TestTimedOut].
    private static final String TEST_TIMED_OUT = "test timed out after ";

    @Override
    public String id() {
        return "application-panic-raised";
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
                .filter(ApplicationPanic::isOwnPanic)
                .map(ApplicationPanic::finding)
                .toList());
    }

    private static boolean isOwnPanic(CrashStory story) {
        return !story.crash().panics().isEmpty()
                && !story.text().startsWith(TEST_TIMED_OUT)
                && CrashWording.of(story).isEmpty();
    }

    private static Finding finding(CrashStory story) {
        String recovered =
                story.crash().kind() == Crash.Kind.RECOVERED_PANIC ? " (recovered, the process goes on)" : "";
        return Finding.observed(
                FINDING,
                story.subject(),
                story.place() + " panics with `" + Quoted.line(story.text()) + "`" + recovered + ".",
                story.crash().cite());
    }
}
