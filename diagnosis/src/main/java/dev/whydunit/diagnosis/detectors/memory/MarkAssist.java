package dev.whydunit.diagnosis.detectors.memory;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.memory.GcEconomy;
import dev.whydunit.diagnosis.facts.waits.WaitPoint;
import dev.whydunit.diagnosis.facts.waits.WaitPoints;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.WaitReason;
import dev.whydunit.evidence.memory.GcTrace;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Allocating goroutines that have to do the marking themselves.
public final class MarkAssist implements Detector {

    private static final FindingId SHARE_HIGH = new FindingId("assist-share-high");
    private static final FindingId WAITERS = new FindingId("assist-waiters");
    private static final Measure SHARE = new Measure("assist-share");
    private static final Measure GOROUTINES = new Measure("goroutines");

    private static final Set<WaitReason> ASSISTS = Set.of(WaitReason.GC_ASSIST_MARKING, WaitReason.GC_ASSIST_WAIT);

    /// The background workers are to do the marking; where those who serve requests do half of it, they
    /// wait for it.
    private static final double HALF = 0.5;

    /// Below, the marking as a whole is too little to be felt.
    private static final double COLLECTOR_FELT = 0.1;

    /// Some goroutines pay a debt in any dump that is taken during marking.
    private static final long MANY = 10;

    @Override
    public String id() {
        return "mark-assist";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GcTrace.class, GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(SHARE_HIGH, WAITERS);
    }

    @Override
    public Detection detect(ProcessView process) {
        Stream<Finding> traces = process.fact(GcEconomy.FACT).stream()
                .filter(economy -> economy.assistShare() >= HALF && economy.cpuShare() >= COLLECTOR_FELT)
                .map(MarkAssist::ofTrace);
        return Detection.of(Stream.concat(traces, ofDumps(process)).toList());
    }

    private static Finding ofTrace(GcEconomy economy) {
        Quantity share = Quantity.ratio(economy.assistShare());
        return Finding.observed(
                        SHARE_HIGH,
                        Subject.Process.whole(),
                        "Goroutines that allocate do %s of the marking themselves, while the collector takes %s of the CPUs."
                                .formatted(
                                        share.text(),
                                        Quantity.ratio(economy.cpuShare()).text()),
                        economy.trace().cite())
                .with(SHARE, share);
    }

    private static Stream<Finding> ofDumps(ProcessView process) {
        Map<Object, List<WaitPoint>> byPlace = process.fact(WaitPoints.FACT).stream()
                .filter(point -> ASSISTS.contains(point.group().reason())
                        && point.innermostOwn().isPresent())
                .collect(Collectors.groupingBy(
                        point -> List.of(
                                point.dump().cite(), point.innermostOwn().get().function()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byPlace.values().stream()
                .filter(points -> count(points) >= MANY)
                .max(Comparator.comparingLong(MarkAssist::count))
                .map(MarkAssist::ofPlace)
                .stream();
    }

    private static long count(List<WaitPoint> points) {
        return points.stream().mapToLong(point -> point.group().count()).sum();
    }

    private static Finding ofPlace(List<WaitPoint> points) {
        WaitPoint first = points.getFirst();
        return Finding.observed(
                        WAITERS,
                        new Subject.Function(
                                first.own().getFirst(),
                                first.own().stream().skip(1).toList()),
                        "%,d goroutines have to assist the collector before they may allocate in %s."
                                .formatted(
                                        count(points),
                                        CrashStory.place(first.own().getFirst())),
                        first.group().cite())
                .with(GOROUTINES, Quantity.count(count(points)));
    }
}
