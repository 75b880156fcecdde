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
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.crash.Crash;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The functions that call each other without end on an overflowing stack.
public final class RecursionCycle implements Detector {

    private static final FindingId FINDING = new FindingId("recursion-cycle");
    private static final Measure CYCLE = new Measure("functions-in-cycle");

    /// A dump shows 50 frames of each end of a long stack: a cycle that repeats three times in them is no accident.
    private static final int REPEATS = 3;

    @Override
    public String id() {
        return "recursion-cycle";
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
                        .filter(CrashWording.STACK_OVERFLOW::equals)
                        .isPresent())
                .flatMap(story -> cycle(story.origin()).map(cycle -> finding(story, cycle)).stream())
                .toList());
    }

    /// The shortest run of frames that is repeated from some frame near the top on; the top itself may be a leaf.
    private static Optional<List<Frame>> cycle(List<Frame> frames) {
        for (int period = 1; period * REPEATS <= frames.size(); period++) {
            for (int start = 0; start + period * REPEATS <= frames.size() && start <= period; start++) {
                if (repeats(frames, start, period)) {
                    return Optional.of(frames.subList(start, start + period));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean repeats(List<Frame> frames, int start, int period) {
        for (int i = start; i < start + period * (REPEATS - 1); i++) {
            FunctionName here = frames.get(i).function();
            if (!here.equals(frames.get(i + period).function())) {
                return false;
            }
        }
        return true;
    }

    private static Finding finding(CrashStory story, List<Frame> cycle) {
        List<Frame> own = cycle.stream()
                .filter(frame -> !frame.function().isStandardLibrary())
                .toList();
        List<Frame> told = own.isEmpty() ? cycle : own;
        String names = told.stream().map(CrashStory::place).distinct().collect(Collectors.joining(" → "));
        return Finding.observed(
                        FINDING,
                        new Subject.Function(
                                told.getFirst(), told.stream().skip(1).toList()),
                        "The stack repeats " + names + " until it is full.",
                        story.crash().cite())
                .with(CYCLE, Quantity.count(cycle.size()));
    }
}
