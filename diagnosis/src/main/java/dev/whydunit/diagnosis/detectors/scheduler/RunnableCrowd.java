package dev.whydunit.diagnosis.detectors.scheduler;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import dev.whydunit.evidence.goroutine.WaitReason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A dump in which a large part of the goroutines is ready to run and does not.
public final class RunnableCrowd implements Detector {

    private static final FindingId FINDING = new FindingId("runnable-crowd");
    private static final Measure RUNNABLE = new Measure("runnable-goroutines");

    /// A dump stops the world: those that ran at that moment are `runnable` in it too, and a busy server has a few
    /// dozens.
    private static final long CROWD = 100;

    /// The rest of a server is parked; with so many in the queue it does not keep up.
    private static final double SHARE_OF_ALL = 0.3;

    @Override
    public String id() {
        return "runnable-crowd";
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
        return Detection.of(process.all(GoroutineDump.class).stream()
                .filter(dump -> dump.detail().allGoroutines())
                .flatMap(dump -> finding(dump, process).stream())
                .toList());
    }

    private static Optional<Finding> finding(GoroutineDump dump, ProcessView process) {
        List<GoroutineGroup> runnable = dump.groups().stream()
                .filter(group -> group.reason() == WaitReason.RUNNABLE)
                .toList();
        long count = runnable.stream().mapToLong(GoroutineGroup::count).sum();
        if (count < CROWD || count < dump.count() * SHARE_OF_ALL) {
            return Optional.empty();
        }
        GoroutineGroup largest = runnable.stream()
                .max(Comparator.comparingLong(GoroutineGroup::count))
                .orElseThrow();
        return Optional.of(Finding.observed(
                        FINDING,
                        subject(largest, process.fact(OwnCode.FACT)),
                        "%,d of %,d goroutines could run and wait for a processor.".formatted(count, dump.count()),
                        largest.cite())
                .with(RUNNABLE, Quantity.count(count)));
    }

    private static Subject subject(GoroutineGroup group, OwnCode own) {
        List<Frame> frames = own.frames(group.stack().frames());
        return frames.isEmpty()
                ? Subject.Process.whole()
                : new Subject.Function(
                        frames.getFirst(), frames.stream().skip(1).toList());
    }
}
