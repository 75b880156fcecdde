package dev.whydunit.diagnosis.detectors.crashes;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStories;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.crash.Crash;
import java.util.List;
import java.util.Set;

/// A nil dereference in a method that is hardly ever called but through an interface: the interface was not nil, the
/// pointer in it was.
///
/// `Error` is such a method: `err.Error()` behind `if err != nil` with a nil `*MyError` in `err` is the classic; nobody
/// calls it on a variable of the concrete type without having built the value first.
public final class NilReceiver implements Detector {

    private static final FindingId FINDING = new FindingId("nil-receiver-behind-interface");
    private static final String ERROR_METHOD = "Error";

    @Override
    public String id() {
        return "nil-receiver-behind-interface";
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
                .filter(story -> CrashWording.of(story)
                        .filter(CrashWording.NIL_DEREFERENCE::equals)
                        .isPresent())
                .filter(NilReceiver::isInErrorMethod)
                .map(NilReceiver::finding)
                .toList());
    }

    private static boolean isInErrorMethod(CrashStory story) {
        List<Frame> frames = story.origin();
        return frames.size() > 1
                && frames.getFirst().function().receiverType().isPresent()
                && frames.getFirst().function().canonical().endsWith(")." + ERROR_METHOD);
    }

    private static Finding finding(CrashStory story) {
        Frame method = story.origin().getFirst();
        Frame caller = story.origin().get(1);
        return Finding.observed(
                FINDING,
                story.subject(),
                method.function().canonical() + " was called with a nil receiver by " + CrashStory.place(caller)
                        + ": the error was not nil, the pointer in it was.",
                story.crash().cite());
    }
}
