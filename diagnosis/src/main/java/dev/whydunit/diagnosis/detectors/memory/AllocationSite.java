package dev.whydunit.diagnosis.detectors.memory;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.cpu.CpuUse;
import dev.whydunit.diagnosis.facts.cpu.CpuUse.OwnFunction;
import dev.whydunit.diagnosis.facts.cpu.Work;
import dev.whydunit.diagnosis.facts.memory.AllocationCost;
import dev.whydunit.diagnosis.facts.memory.HeapUse;
import dev.whydunit.diagnosis.facts.memory.HeapUse.HeapSite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One function that makes most of the garbage of a program which allocating costs dearly; and a
/// `sync.Pool` that is always empty.
public final class AllocationSite implements Detector {

    private static final FindingId SITE = new FindingId("garbage-site");
    private static final FindingId POOL = new FindingId("pool-always-empty");
    private static final FindingId FUNCTION = new FindingId("allocating-function");
    private static final Measure ALLOCATED = new Measure("bytes-allocated");
    private static final Measure SHARE = new Measure("allocation-share");

    /// A service allocates in many places; a third of all bytes in one function is the place to begin.
    private static final double SHARE_OF_ALL = 0.35;

    /// Garbage: of what the function made hardly anything is left.
    private static final double STILL_IN_USE = 0.1;

    /// A pool makes some objects anew after each collection; most of what a function allocates comes from
    /// its pool only where nothing is put back.
    private static final double FROM_POOL = 0.5;

    @Override
    public String id() {
        return "allocation-site";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(Profile.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(SITE, POOL, FUNCTION);
    }

    @Override
    public Detection detect(ProcessView process) {
        Optional<AllocationCost> cost =
                process.fact(AllocationCost.FACT).stream().findFirst();
        if (cost.isEmpty()) {
            return new Detection.Quiet();
        }
        List<HeapUse> uses = process.fact(HeapUse.FACT);
        List<Finding> findings = new ArrayList<>();
        uses.stream()
                .reduce((_, later) -> later)
                .flatMap(use -> ofHeap(use, cost.get()))
                .ifPresent(findings::add);
        process.fact(CpuUse.FACT).stream().flatMap(use -> ofCpu(use).stream()).forEach(findings::add);
        return Detection.of(findings);
    }

    private static Optional<Finding> ofHeap(HeapUse use, AllocationCost cost) {
        return use.largest(HeapSite::allocated)
                .filter(site -> site.allocated() >= use.allocated() * SHARE_OF_ALL)
                .filter(site -> site.inUse() <= site.allocated() * STILL_IN_USE)
                .map(site -> site(use, site, cost));
    }

    private static Finding site(HeapUse use, HeapSite site, AllocationCost cost) {
        boolean pooled = site.pooled() >= site.allocated() * FROM_POOL;
        String statement = pooled
                ? "%s makes %s of all %s allocated because its sync.Pool is empty when it asks, and %s are in use; %s."
                : "%s makes %s of all %s allocated, of which %s are in use; %s.";
        return Finding.observed(
                        pooled ? POOL : SITE,
                        pooled ? asker(site) : new Subject.Function(site.frame(), site.callers()),
                        statement.formatted(
                                CrashStory.place(site.frame()),
                                Quantity.ratio((double) site.allocated() / use.allocated())
                                        .text(),
                                Quantity.bytes(use.allocated()).text(),
                                Quantity.bytes(site.inUse()).text(),
                                cost.text()),
                        use.profile().cite())
                .citing(Stream.of(use.profile().cite(), cost.cite()).distinct().toList())
                .with(ALLOCATED, Quantity.bytes(site.allocated()))
                .with(SHARE, Quantity.ratio((double) site.allocated() / use.allocated()));
    }

    /// Who asks the pool, which is where something has to be put back; the pool's own function only makes.
    private static Subject asker(HeapSite site) {
        return site.callers().isEmpty()
                ? new Subject.Function(site.frame())
                : new Subject.Function(
                        site.callers().getFirst(),
                        site.callers().subList(1, site.callers().size()));
    }

    /// In a CPU profile the share of an own function in what own functions pay for allocating, assists
    /// included.
    private static Optional<Finding> ofCpu(CpuUse use) {
        double paid = use.functions().stream().mapToDouble(AllocationSite::paid).sum();
        return AllocationCost.isHigh(use) && paid > 0
                ? use.highest(AllocationSite::paid, paid * SHARE_OF_ALL).map(function -> finding(use, function, paid))
                : Optional.empty();
    }

    private static double paid(OwnFunction function) {
        return function.share(Work.ALLOCATION) + function.share(Work.COLLECTION);
    }

    private static Finding finding(CpuUse use, OwnFunction function, double paid) {
        Quantity share = Quantity.ratio(paid(function) / paid);
        return Finding.observed(
                        FUNCTION,
                        new Subject.Function(function.frame(), function.callers()),
                        "Allocating and collecting take %s of the CPU time, and %s of what is allocated in own code is in %s."
                                .formatted(
                                        Quantity.ratio(AllocationCost.share(use))
                                                .text(),
                                        share.text(),
                                        CrashStory.place(function.frame())),
                        use.profile().cite())
                .with(SHARE, share);
    }
}
