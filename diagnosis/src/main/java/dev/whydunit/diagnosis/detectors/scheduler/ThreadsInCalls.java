package dev.whydunit.diagnosis.detectors.scheduler;

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
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Many goroutines of one path hold a thread each in a system call or C call that does not return.
public final class ThreadsInCalls implements Detector {

    private static final FindingId FINDING = new FindingId("threads-in-calls");
    private static final Measure THREADS = new Measure("goroutines-in-calls");

    /// A call to disk or C library takes milliseconds: a handful of goroutines stands in one at a time. So many at one
    /// place are calls that do not return; each holds a thread.
    private static final long CROWD = 30;

    @Override
    public String id() {
        return "threads-in-calls";
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
                .filter(point -> point.operation() == Operation.SYSTEM_CALL || point.operation() == Operation.C_CALL)
                .filter(point -> point.innermostOwn().isPresent())
                .collect(Collectors.groupingBy(
                        point -> point.innermostOwn().orElseThrow().function(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return Detection.of(byFunction.values().stream()
                .filter(points -> count(points) >= CROWD)
                .map(ThreadsInCalls::finding)
                .toList());
    }

    private static long count(List<WaitPoint> points) {
        return points.stream().mapToLong(point -> point.group().count()).sum();
    }

    private static Finding finding(List<WaitPoint> points) {
        WaitPoint first = points.getFirst();
        long count = count(points);
        return Finding.observed(
                        FINDING,
                        new Subject.Function(
                                first.own().getFirst(),
                                first.own().stream().skip(1).toList()),
                        "%,d goroutines hold a thread each in %s of %s."
                                .formatted(
                                        count,
                                        first.operation().text(),
                                        CrashStory.place(first.own().getFirst())),
                        first.group().cite())
                .with(THREADS, Quantity.count(count));
    }
}
