package dev.whydunit.diagnosis.detectors.scheduler;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.cpu.CpuUse;
import dev.whydunit.diagnosis.facts.cpu.Work;
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
import dev.whydunit.evidence.profile.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Much CPU time goes into the timers themselves: starting, ordering, firing and stopping them.
public final class TimerWork implements Detector {

    private static final FindingId FINDING = new FindingId("timer-work");
    private static final Measure SHARE = new Measure("timer-share");

    /// Thousands of deadlines of connections cost a busy server two or three percent. Ten times that is work made for
    /// timers.
    private static final double SHARE_IN_TIMERS = 0.2;

    /// Less than this keeps no core busy: an idle process has nothing but timers in its profile.
    private static final double CORES_BUSY = 0.3;

    /// What the callers of timers must have of the CPU time to be named.
    private static final double SHARE_OF_CALLER = 0.05;

    @Override
    public String id() {
        return "timer-work";
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
                .filter(use -> use.share(Work.TIMERS) >= SHARE_IN_TIMERS)
                .filter(use -> use.cores().orElse(0) >= CORES_BUSY)
                .map(use -> finding(use, process))
                .toList());
    }

    private static Finding finding(CpuUse use, ProcessView process) {
        Quantity share = Quantity.ratio(use.share(Work.TIMERS));
        Subject subject = subject(use, process);
        String who = subject.frames().stream()
                .findFirst()
                .map(frame -> "; most of the timers are those of " + CrashStory.place(frame))
                .orElse("");
        return Finding.observed(
                        FINDING,
                        subject,
                        "%s of the CPU time goes into starting, ordering and firing timers%s."
                                .formatted(share.text(), who),
                        use.profile().cite())
                .with(SHARE, share);
    }

    /// Who starts the timers: the function of the profile below which they are started, else the largest group of
    /// goroutines of a dump that sleeps.
    private static Subject subject(CpuUse use, ProcessView process) {
        Optional<Subject> inProfile = use.functions().stream()
                .filter(function -> function.share(Work.TIMERS) >= SHARE_OF_CALLER)
                .max(Comparator.comparingDouble(function -> function.share(Work.TIMERS)))
                .map(function -> new Subject.Function(function.frame(), function.callers()));
        return inProfile.or(() -> sleepers(process)).orElseGet(Subject.Process::whole);
    }

    private static Optional<Subject> sleepers(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        return process.all(GoroutineDump.class).stream()
                .flatMap(dump -> dump.groups().stream())
                .filter(TimerWork::waitsForTime)
                .max(Comparator.comparingLong(GoroutineGroup::count))
                .flatMap(group -> {
                    List<Frame> frames = own.frames(group.stack().frames());
                    return frames.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Subject.Function(
                                    frames.getFirst(), frames.stream().skip(1).toList()));
                });
    }

    private static boolean waitsForTime(GoroutineGroup group) {
        return group.reason() == WaitReason.SLEEP || group.stack().calls("time.Sleep");
    }
}
