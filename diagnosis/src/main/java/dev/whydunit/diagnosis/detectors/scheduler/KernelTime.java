package dev.whydunit.diagnosis.detectors.scheduler;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.cpu.CpuUse;
import dev.whydunit.diagnosis.facts.cpu.CpuUse.OwnFunction;
import dev.whydunit.diagnosis.facts.cpu.Work;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.profile.Profile;
import java.util.Optional;
import java.util.Set;

/// A path of the program whose system calls cost more than what it computes, and that takes much of the CPU time.
public final class KernelTime implements Detector {

    private static final FindingId FINDING = new FindingId("kernel-time");
    private static final Measure SHARE = new Measure("kernel-share");

    /// A server that moves bytes spends a third of its time in `read`, `write` and `epoll_wait`, spread over
    /// several functions. So much of all CPU time in the system calls of one function is a path that asks the
    /// kernel too often.
    private static final double SHARE_OF_ONE = 0.4;

    /// How much more the kernel does for it than it does itself: else the calls are the smaller part of the work.
    private static final double KERNEL_TO_USER = 2;

    /// Less than this keeps no core busy.
    private static final double CORES_BUSY = 0.5;

    @Override
    public String id() {
        return "kernel-time";
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
        return use.highest(function -> function.share(Work.KERNEL), SHARE_OF_ONE)
                .filter(function -> function.share(Work.KERNEL) >= KERNEL_TO_USER * function.computed())
                .map(function -> finding(use, function));
    }

    private static Finding finding(CpuUse use, OwnFunction function) {
        Quantity kernel = Quantity.ratio(function.share(Work.KERNEL));
        Quantity rest = Quantity.ratio(function.computed());
        return Finding.observed(
                        FINDING,
                        new Subject.Function(function.frame(), function.callers()),
                        "%s of the CPU time is spent in system calls of %s, which computes for %s itself."
                                .formatted(kernel.text(), CrashStory.place(function.frame()), rest.text()),
                        use.profile().cite())
                .with(SHARE, kernel);
    }
}
