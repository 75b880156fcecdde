package dev.whydunit.diagnosis.facts.leaks;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.goroutine.GoroutineProfile;
import dev.whydunit.evidence.profile.CodeLocation;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.profile.ProfileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The goroutines of a count profile (debug=1 or pprof) that share a stack.
///
/// @param profile the evidence
/// @param leaks   whether the runtime found that nothing can wake them (`goroutineleak`)
/// @param frames  innermost first, the last is the function that their `go` statement started
/// @param operation what they wait in
/// @param count   how many
public record CountedStack(
        Evidence profile, boolean leaks, List<Frame> frames, Operation operation, long count, Cite cite) {

    /// All stacks of all goroutine profiles of a process, in the order of reading.
    public static final Fact<List<CountedStack>> FACT = CountedStack::derive;

    public CountedStack {
        frames = List.copyOf(frames);
    }

    private static List<CountedStack> derive(ProcessView process) {
        Stream<CountedStack> text = process.all(GoroutineProfile.class).stream()
                .filter(profile -> profile.kind() != GoroutineProfile.Kind.THREAD_CREATE)
                .flatMap(CountedStack::ofText);
        Stream<CountedStack> binary = process.all(Profile.class).stream()
                .filter(profile ->
                        profile.kind() == ProfileKind.GOROUTINE || profile.kind() == ProfileKind.GOROUTINE_LEAK)
                .flatMap(CountedStack::ofProfile);
        return Stream.concat(text, binary).toList();
    }

    private static Stream<CountedStack> ofText(GoroutineProfile profile) {
        boolean leaks = profile.kind() == GoroutineProfile.Kind.GOROUTINE_LEAK;
        HiddenCalls hidden = new HiddenCalls(profile);
        return profile.groups().stream()
                .map(group -> new CountedStack(
                        profile, leaks, group.frames(), operation(group, hidden), group.count(), group.cite()));
    }

    private static Operation operation(GoroutineProfile.Group group, HiddenCalls hidden) {
        Operation printed = operation(group.frames());
        return printed == Operation.ON_PROCESSOR ? hidden.of(group).orElse(printed) : printed;
    }

    private static Operation operation(List<Frame> frames) {
        return Operation.ofRuntimeFrames(frames.stream().map(Frame::function).toList());
    }

    private static Stream<CountedStack> ofProfile(Profile profile) {
        List<CodeLocation> locations = profile.locations();
        boolean leaks = profile.kind() == ProfileKind.GOROUTINE_LEAK;
        return IntStream.range(0, profile.sampleCount()).mapToObj(sample -> {
            List<Frame> frames = frames(profile, sample, locations);
            return new CountedStack(
                    profile, leaks, frames, operation(frames), profile.value(sample, 0), profile.cite());
        });
    }

    private static List<Frame> frames(Profile profile, int sample, List<CodeLocation> locations) {
        List<Frame> frames = new ArrayList<>();
        for (int depth = 0; depth < profile.depth(sample); depth++) {
            frames.addAll(locations.get(profile.location(sample, depth)).frames());
        }
        return frames;
    }
}
