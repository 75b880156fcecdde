package dev.whydunit.diagnosis.detectors.scheduler;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.waits.WaitPoint;
import dev.whydunit.diagnosis.facts.waits.WaitPoints;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.Goroutine;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Many goroutines of one path are locked to a thread each (`runtime.LockOSThread`).
public final class LockedThreads implements Detector {

    private static final FindingId FINDING = new FindingId("goroutines-locked-to-threads");
    private static final Measure THREADS = new Measure("locked-goroutines");

    /// A program with a GUI, a GPU or a C library with thread-local state locks a few; a path that locks for each
    /// request and does not unlock makes dozens.
    private static final long CROWD = 16;

    @Override
    public String id() {
        return "locked-threads";
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
        Map<FunctionName, List<WaitPoint>> byFunction = process.fact(WaitPoints.FACT).stream()
                .filter(point -> !point.own().isEmpty() && locked(point) > 0)
                .collect(Collectors.groupingBy(
                        point -> point.own().getFirst().function(), LinkedHashMap::new, Collectors.toList()));
        return Detection.of(byFunction.values().stream()
                .filter(points -> count(points) >= CROWD)
                .map(LockedThreads::finding)
                .toList());
    }

    private static long locked(WaitPoint point) {
        return point.group().members().stream()
                .filter(Goroutine::lockedToThread)
                .count();
    }

    private static long count(List<WaitPoint> points) {
        return points.stream().mapToLong(LockedThreads::locked).sum();
    }

    private static Finding finding(List<WaitPoint> points) {
        List<Frame> own = points.getFirst().own();
        long count = count(points);
        return Finding.observed(
                        FINDING,
                        new Subject.Function(
                                own.getFirst(), own.stream().skip(1).toList()),
                        "%,d goroutines in %s are locked to a thread each."
                                .formatted(count, CrashStory.place(own.getFirst())),
                        points.getFirst().group().cite())
                .with(THREADS, Quantity.count(count));
    }
}
