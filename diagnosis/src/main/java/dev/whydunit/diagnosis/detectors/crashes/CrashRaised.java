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
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Panics and fatal errors whose wording the Go runtime or standard library defines.
public final class CrashRaised implements Detector {

    @Override
    public String id() {
        return "crash-raised";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(Crash.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Arrays.stream(CrashWording.values()).map(CrashWording::finding).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.fact(CrashStories.FACT).stream()
                .flatMap(story -> CrashWording.of(story).map(wording -> finding(story, wording)).stream())
                .toList());
    }

    private static Finding finding(CrashStory story, CrashWording wording) {
        String statement = story.place() + " " + wording.does() + ": `" + Quoted.line(story.text()) + "`"
                + (story.crash().kind() == Crash.Kind.RECOVERED_PANIC ? " (recovered, the process goes on)." : ".");
        return Finding.observed(
                wording.finding(), story.subject(), statement, story.crash().cite());
    }
}
