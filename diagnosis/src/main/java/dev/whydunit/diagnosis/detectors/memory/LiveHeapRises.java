package dev.whydunit.diagnosis.detectors.memory;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.memory.HeapUse;
import dev.whydunit.diagnosis.facts.memory.HeapUse.HeapSite;
import dev.whydunit.diagnosis.facts.memory.LiveHeap;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.memory.GcTrace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A live heap that rises through the whole of a GC trace, without flattening: and where one heap profile
/// shows who holds most of it.
public final class LiveHeapRises implements Detector {

    private static final FindingId RISES = new FindingId("live-heap-rises");
    private static final FindingId HOLDER = new FindingId("rising-heap-held");
    private static final Measure RATE = new Measure("growth-rate");
    private static final Measure SHARE = new Measure("heap-share");

    /// A cache that warms up doubles a small heap; this much over the whole trace is more than load.
    private static final double FACTOR = 1.5;

    /// The trace prints whole MB.
    private static final double BYTES = 8 << 20;

    /// One function that holds half of a rising heap is what rises.
    private static final double SHARE_OF_HEAP = 0.5;

    @Override
    public String id() {
        return "live-heap-rises";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GcTrace.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(RISES, HOLDER);
    }

    @Override
    public Detection detect(ProcessView process) {
        List<GcTrace> traces = process.all(GcTrace.class);
        if (traces.isEmpty()) {
            return new Detection.NotApplicable(
                    "a GC trace over some minutes", "GODEBUG=gctrace=1 ./SERVICE 2> gctrace.log");
        }
        return Detection.of(traces.stream()
                .flatMap(trace ->
                        LiveHeap.of(trace)
                                .filter(LiveHeapRises::rises)
                                .map(live -> findings(process, trace, live))
                                .stream())
                .flatMap(found -> found)
                .toList());
    }

    private static boolean rises(LiveHeap live) {
        return live.rises() && live.last() >= live.first() * FACTOR && live.last() - live.first() >= BYTES;
    }

    private static Stream<Finding> findings(ProcessView process, GcTrace trace, LiveHeap live) {
        Finding rise = Finding.observed(
                        RISES,
                        Subject.Process.whole(),
                        "The live heap rose from %s to %s over the whole trace and still rises by %s."
                                .formatted(
                                        bytes(live.first()),
                                        bytes(live.last()),
                                        rate(live).text()),
                        trace.cite())
                .with(RATE, rate(live));
        List<HeapUse> uses = process.fact(HeapUse.FACT);
        Optional<Finding> holder = uses.isEmpty() ? Optional.empty() : holder(uses.getLast(), trace, live);
        return Stream.concat(Stream.of(rise), holder.stream());
    }

    private static Optional<Finding> holder(HeapUse use, GcTrace trace, LiveHeap live) {
        return use.largest(HeapSite::inUse)
                .filter(site -> site.inUse() >= use.inUse() * SHARE_OF_HEAP && site.inUse() >= BYTES)
                .map(site -> Finding.observed(
                                HOLDER,
                                new Subject.Function(site.frame(), site.callers()),
                                "%s holds %s of the %s in use, while the live heap rises by %s."
                                        .formatted(
                                                CrashStory.place(site.frame()),
                                                Quantity.bytes(site.inUse()).text(),
                                                Quantity.bytes(use.inUse()).text(),
                                                rate(live).text()),
                                use.profile().cite())
                        .citing(List.of(use.profile().cite(), trace.cite()))
                        .with(SHARE, Quantity.ratio((double) site.inUse() / use.inUse())));
    }

    private static Quantity rate(LiveHeap live) {
        return Quantity.perSecond(live.perSecond(), "B");
    }

    private static String bytes(double bytes) {
        return Quantity.bytes(Math.round(bytes)).text();
    }
}
