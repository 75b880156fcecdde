package dev.whydunit.diagnosis.detectors.memory;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.leaks.CountedStack;
import dev.whydunit.diagnosis.facts.leaks.Site;
import dev.whydunit.diagnosis.facts.leaks.Sites;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.GcTrace.Cycle;
import dev.whydunit.evidence.memory.MemoryStatistics;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Goroutine stacks that take more memory than the heap.
public final class StackMemory implements Detector {

    private static final FindingId FINDING = new FindingId("stacks-above-heap");
    private static final Measure STACKS = new Measure("stack-bytes");
    private static final Measure HEAP = new Measure("heap-bytes");

    /// Ten thousand goroutines at 4 to 8 KiB each: less is no worry on any machine.
    private static final double BYTES = 64 << 20;

    @Override
    public String id() {
        return "stack-memory";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(MemoryStatistics.class, GcTrace.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        Stream<Finding> statistics =
                process.all(MemoryStatistics.class).stream().flatMap(piece -> ofStatistics(process, piece).stream());
        Stream<Finding> traces = process.all(GcTrace.class).stream().flatMap(trace -> ofTrace(process, trace).stream());
        return Detection.of(Stream.concat(statistics, traces).toList());
    }

    private static Optional<Finding> ofStatistics(ProcessView process, MemoryStatistics statistics) {
        double stacks = statistics.value("StackInuse").orElse(0);
        double heap = statistics.value("HeapInuse").orElse(Double.MAX_VALUE);
        return finding(process, stacks, heap, statistics.cite());
    }

    private static Optional<Finding> ofTrace(ProcessView process, GcTrace trace) {
        Cycle last = trace.cycles().getLast();
        return finding(process, last.stackBytes().orElse(0), (double) last.liveHeap(), last.cite());
    }

    private static Optional<Finding> finding(ProcessView process, double stacks, double heap, Cite cite) {
        if (stacks < BYTES || stacks < heap) {
            return Optional.empty();
        }
        return Optional.of(Finding.observed(
                        FINDING,
                        subject(process),
                        "Goroutine stacks take %s, the heap %s."
                                .formatted(bytes(stacks).text(), bytes(heap).text()),
                        cite)
                .with(STACKS, bytes(stacks))
                .with(HEAP, bytes(heap)));
    }

    /// Those who have the stacks: the largest group of goroutines, the deepest of equal ones.
    private static Subject subject(ProcessView process) {
        Optional<Subject> dumped = process.fact(Sites.FACT).values().stream()
                .flatMap(Collection::stream)
                .max(Comparator.comparingLong(StackMemory::frames))
                .map(Site::subject);
        OwnCode own = process.fact(OwnCode.FACT);
        return dumped.or(() -> counted(process, own)).orElseGet(Subject.Process::whole);
    }

    private static long frames(Site site) {
        return site.points().stream()
                .mapToLong(point ->
                        point.group().count() * point.group().stack().frames().size())
                .sum();
    }

    private static Optional<Subject> counted(ProcessView process, OwnCode own) {
        return process.fact(CountedStack.FACT).stream()
                .max(Comparator.comparingLong(
                        stack -> stack.count() * stack.frames().size()))
                .map(stack -> own.frames(stack.frames()))
                .filter(frames -> !frames.isEmpty())
                .map(frames -> new Subject.Function(frames.getFirst(), frames.subList(1, frames.size())));
    }

    private static Quantity bytes(double bytes) {
        return Quantity.bytes(Math.round(bytes));
    }
}
