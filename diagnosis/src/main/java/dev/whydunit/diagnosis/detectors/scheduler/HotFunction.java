package dev.whydunit.diagnosis.detectors.scheduler;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.cpu.CpuUse;
import dev.whydunit.diagnosis.facts.cpu.CpuUse.OwnFunction;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.profile.Profile;
import java.util.Optional;
import java.util.Set;

/// One function of the program that computes for most of the CPU time, while at least one core is busy.
public final class HotFunction implements Detector {

    private static final FindingId FINDING = new FindingId("hot-function");
    private static final Measure SHARE = new Measure("cpu-share");
    private static final Measure CORES = new Measure("cores-busy");

    /// A busy service spends its time on many things: the network, the collector, encoding, several handlers. Half
    /// of all CPU time computed in one function of its own and the libraries it calls is a hot spot, not a mixture.
    private static final double SHARE_OF_ONE = 0.5;

    /// Less than this keeps no core busy, and nobody waits for it.
    private static final double CORES_BUSY = 0.8;

    @Override
    public String id() {
        return "hot-function";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(Profile.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.fact(CpuUse.FACT).stream()
                .filter(use -> use.cores().orElse(0) >= CORES_BUSY)
                .flatMap(use -> finding(use).stream())
                .toList());
    }

    private static Optional<Finding> finding(CpuUse use) {
        return use.highest(OwnFunction::computed, SHARE_OF_ONE).map(function -> finding(use, function));
    }

    private static Finding finding(CpuUse use, OwnFunction function) {
        Quantity share = Quantity.ratio(function.computed());
        double cores = use.cores().orElseThrow();
        return Finding.observed(
                        FINDING,
                        new Subject.Function(function.frame(), function.callers()),
                        "%s of the CPU time is computed in %s and the libraries it calls, with %.1f cores busy."
                                .formatted(share.text(), CrashStory.place(function.frame()), cores),
                        use.profile().cite())
                .with(SHARE, share)
                .with(CORES, Quantity.ratio(cores));
    }
}
