package dev.whydunit.diagnosis.detectors.memory;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.MemoryStatistics;
import dev.whydunit.evidence.memory.ResidentMemory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Resident memory far above what the Go runtime has: C, mapped files, thread stacks.
public final class OffHeap implements Detector {

    private static final FindingId FINDING = new FindingId("resident-above-go");
    private static final Measure RESIDENT = new Measure("resident-bytes");
    private static final Measure OWNED = new Measure("go-bytes");

    /// Text, data and thread stacks of a large program come to some tens of MB.
    private static final double GAP = 128 << 20;

    /// Against the statistics of the runtime, which count all that it has.
    private static final double FACTOR = 2;

    /// Against a GC trace, which shows the heap's goal alone: spans that are half empty and spare memory
    /// come on top.
    private static final double FACTOR_OF_GOAL = 3;

    /// What the Go side has at the most, and where that stands.
    private record Owned(double bytes, double factor, Cite cite) {}

    @Override
    public String id() {
        return "off-heap";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(ResidentMemory.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        List<ResidentMemory> resident = process.all(ResidentMemory.class);
        if (resident.isEmpty()) {
            return new Detection.NotApplicable(
                    "the resident memory of the process", "grep VmRSS /proc/PID/status > status.txt");
        }
        Optional<Owned> owned = owned(process);
        if (owned.isEmpty()) {
            return new Detection.NotApplicable(
                    "the runtime's own memory statistics",
                    "curl -s 'http://HOST:PORT/debug/pprof/heap?debug=1' > heap.txt");
        }
        return Detection.of(withoutFiles(resident).stream()
                .max(Comparator.comparingLong(ResidentMemory::bytes))
                .filter(most -> isAbove(most, owned.get()))
                .map(most -> finding(most, owned.get()))
                .stream()
                .toList());
    }

    /// Pages of mapped files can be dropped at any time: where the anonymous part is told, it is what
    /// counts.
    private static List<ResidentMemory> withoutFiles(List<ResidentMemory> resident) {
        List<ResidentMemory> anonymous =
                resident.stream().filter(ResidentMemory::isAnonymous).toList();
        return anonymous.isEmpty() ? resident : anonymous;
    }

    private static Optional<Owned> owned(ProcessView process) {
        Comparator<Owned> byBytes = Comparator.comparingDouble(Owned::bytes);
        Optional<Owned> statistics = process.all(MemoryStatistics.class).stream()
                .flatMap(OffHeap::ofStatistics)
                .max(byBytes);
        Optional<Owned> traces =
                process.all(GcTrace.class).stream().map(OffHeap::ofTrace).max(byBytes);
        return statistics.or(() -> traces);
    }

    private static Stream<Owned> ofStatistics(MemoryStatistics statistics) {
        return statistics.value("Sys").stream()
                .mapToObj(
                        sys -> new Owned(sys - statistics.value("HeapReleased").orElse(0), FACTOR, statistics.cite()));
    }

    private static Owned ofTrace(GcTrace trace) {
        double most = trace.cycles().stream()
                .mapToDouble(cycle -> Math.max(cycle.goal(), cycle.heapAtEnd())
                        + cycle.stackBytes().orElse(0)
                        + cycle.globalBytes().orElse(0))
                .max()
                .orElse(0);
        return new Owned(most, FACTOR_OF_GOAL, trace.cite());
    }

    private static boolean isAbove(ResidentMemory resident, Owned owned) {
        return resident.bytes() >= owned.bytes() * owned.factor() && resident.bytes() - owned.bytes() >= GAP;
    }

    private static Finding finding(ResidentMemory resident, Owned owned) {
        Quantity go = Quantity.bytes(Math.round(owned.bytes()));
        Quantity all = Quantity.bytes(resident.bytes());
        return Finding.observed(
                        FINDING,
                        new Subject.Process(Optional.of("memory outside the Go runtime"), List.of()),
                        "The process holds %s, the Go runtime has %s of it at the most: %s lie outside."
                                .formatted(
                                        all.text(),
                                        go.text(),
                                        Quantity.bytes(resident.bytes() - Math.round(owned.bytes()))
                                                .text()),
                        resident.cite())
                .citing(List.of(resident.cite(), owned.cite()))
                .with(RESIDENT, all)
                .with(OWNED, go);
    }
}
