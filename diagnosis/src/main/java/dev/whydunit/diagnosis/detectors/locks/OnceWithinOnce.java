package dev.whydunit.diagnosis.detectors.locks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.diagnosis.facts.waits.WaitPoint;
import dev.whydunit.diagnosis.facts.waits.WaitPoints;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A goroutine that waits in a `sync.Once` whose function it is running itself: the function asked for
/// what it was to make.
public final class OnceWithinOnce implements Detector {

    private static final FindingId FINDING = new FindingId("once-waits-for-itself");

    @Override
    public String id() {
        return "once-within-once";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.fact(WaitPoints.FACT).stream()
                .filter(point -> point.operation() == Operation.ONCE)
                .flatMap(point -> runner(point).map(outer -> finding(point, outer)).stream())
                .toList());
    }

    /// The same function further out, again as the caller of a Once: that one runs, and holds its lock
    /// meanwhile.
    private static Optional<Frame> runner(WaitPoint point) {
        List<Frame> frames = point.frames();
        return IntStream.range(1, frames.size())
                .filter(frame -> isOnce(frames.get(frame - 1)))
                .mapToObj(frames::get)
                .filter(frame -> frame.function().equals(frames.getFirst().function()))
                .findFirst();
    }

    private static boolean isOnce(Frame frame) {
        return frame.function().packagePath().equals("sync")
                && frame.function().receiverType().filter("Once"::equals).isPresent();
    }

    private static Finding finding(WaitPoint point, Frame outer) {
        return Finding.observed(
                FINDING,
                new Subject.Lock(
                        0, List.of(outer), point.own().stream().limit(3).toList()),
                "Goroutine %d waits in %s for a sync.Once that is running the function in which it waits."
                        .formatted(point.group().members().getFirst().id(), CrashStory.place(outer)),
                point.group().cite());
    }
}
