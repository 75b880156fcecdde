package dev.whydunit.diagnosis.detectors.crashes;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStories;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The other party of a concurrent map access, where the dump still shows it: a goroutine on or ready for a processor
/// whose innermost own function works on the same type or package as the crashing one. The runtime prints one party
/// only, and no longer first (golang/go#63172).
public final class MapOtherParty implements Detector {

    private static final FindingId FINDING = new FindingId("map-other-party");

    @Override
    public String id() {
        return "map-other-party";
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
                        .filter(CrashWording.CONCURRENT_MAP_ACCESS::equals)
                        .isPresent())
                .flatMap(story -> otherParty(story, process).stream())
                .toList());
    }

    private static Optional<Finding> otherParty(CrashStory story, ProcessView process) {
        List<Frame> own = story.ownFrames();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        OwnCode code = process.fact(OwnCode.FACT);
        return process.all(GoroutineDump.class).stream()
                .flatMap(dump -> dump.groups().stream())
                .filter(group -> group.reason().isOnProcessor())
                .filter(group -> !isCrashing(group, story))
                .filter(group -> worksOnTheSame(code.frames(group.stack().frames()), own.getFirst()))
                .findFirst()
                .map(group -> finding(story, group, code));
    }

    private static boolean isCrashing(GoroutineGroup group, CrashStory story) {
        return group.count() == 1
                && story.crash().goroutine().isPresent()
                && group.members().getFirst().id() == story.crash().goroutine().getAsLong();
    }

    private static boolean worksOnTheSame(List<Frame> own, Frame crashing) {
        return own.stream()
                .findFirst()
                .map(Frame::function)
                .filter(function -> function.packagePath()
                                .equals(crashing.function().packagePath())
                        && function.receiverType().equals(crashing.function().receiverType()))
                .isPresent();
    }

    private static Finding finding(CrashStory story, GoroutineGroup group, OwnCode code) {
        Frame other = code.frames(group.stack().frames()).getFirst();
        return Finding.observed(
                FINDING,
                story.subject(),
                "The other party is probably " + CrashStory.place(other) + " in goroutine "
                        + group.members().getFirst().id() + " [" + group.reasonText() + "].",
                group.cite());
    }
}
