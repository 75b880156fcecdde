package dev.whydunit.diagnosis.detectors.scheduler;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.cpu.CpuUse;
import dev.whydunit.diagnosis.facts.cpu.CpuUse.OwnFunction;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.scheduler.SchedulerTrace;
import dev.whydunit.evidence.scheduler.SchedulerTrace.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goroutines that could run and wait for a processor, in sample after sample of a schedtrace.
public final class RunnableQueue implements Detector {

    private static final FindingId FINDING = new FindingId("runnable-queue");
    private static final Measure MEDIAN = new Measure("runnable-goroutines");

    /// Shorter traces show a start or a burst.
    private static final int SAMPLES_ENOUGH = 5;

    /// A busy program has a goroutine or two in each queue. Four for each processor, in most samples, is work that does
    /// not get its turn.
    private static final int QUEUED_PER_PROCESSOR = 4;

    /// So much of the trace must show it: a burst ends, starvation does not.
    private static final double SHARE_OF_SAMPLES = 0.6;

    /// The function of a CPU profile that has the processors, where one profile is given too.
    private static final double SHARE_OF_HOLDER = 0.4;

    @Override
    public String id() {
        return "runnable-queue";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(SchedulerTrace.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.all(SchedulerTrace.class).stream()
                .flatMap(trace -> finding(trace, process).stream())
                .toList());
    }

    private static Optional<Finding> finding(SchedulerTrace trace, ProcessView process) {
        List<Sample> queued =
                trace.samples().stream().filter(RunnableQueue::isQueued).toList();
        int samples = trace.samples().size();
        if (samples < SAMPLES_ENOUGH || queued.size() < samples * SHARE_OF_SAMPLES) {
            return Optional.empty();
        }
        int median = queued.stream().mapToInt(Sample::runnable).sorted().toArray()[queued.size() / 2];
        int processors = queued.getFirst().processors();
        return Optional.of(Finding.observed(
                        FINDING,
                        holder(process),
                        "In %d of %d samples no processor (P) is idle and about %,d goroutines wait for one of the %d."
                                .formatted(queued.size(), samples, median, processors),
                        queued.getFirst().cite(),
                        queued.getLast().cite())
                .with(MEDIAN, Quantity.count(median)));
    }

    private static boolean isQueued(Sample sample) {
        return sample.idleProcessors() == 0 && sample.runnable() >= QUEUED_PER_PROCESSOR * sample.processors();
    }

    private static Subject holder(ProcessView process) {
        return process.fact(CpuUse.FACT).stream()
                .flatMap(use -> use.highest(OwnFunction::computed, SHARE_OF_HOLDER).stream())
                .findFirst()
                .<Subject>map(function -> new Subject.Function(function.frame(), function.callers()))
                .orElseGet(() -> new Subject.Process(Optional.of("GOMAXPROCS"), List.of()));
    }
}
