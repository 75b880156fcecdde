package dev.whydunit.diagnosis.facts.memory;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.cpu.CpuUse;
import dev.whydunit.diagnosis.facts.cpu.Work;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.memory.MemoryStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What says that allocating costs the program dearly. Every program that runs for a day has allocated far
/// more than it holds: garbage by itself is no fault.
///
/// @param text  the figure, as the end of a sentence
/// @param cite  where it stands
public record AllocationCost(String text, Cite cite) {

    /// All that speak, the surest first.
    public static final Fact<List<AllocationCost>> FACT = AllocationCost::derive;

    /// With GOGC=100 a service that allocates moderately pays 2 to 10 %.
    private static final double COLLECTOR_SHARE = 0.15;

    /// The same since the start of the program, its idle times included.
    private static final double COLLECTOR_SHARE_SINCE_START = 0.1;

    /// In a CPU profile: allocating and collecting together.
    private static final double SHARE_OF_PROFILE = 0.35;

    /// One core copies about ten times as much; a service that allocates so much is busy with it.
    private static final double BYTES_PER_SECOND = 1L << 30;

    public AllocationCost {
        Objects.requireNonNull(text);
        Objects.requireNonNull(cite);
    }

    private static List<AllocationCost> derive(ProcessView process) {
        return Stream.of(ofTraces(process), ofProfiles(process), ofStatistics(process), ofRate(process).stream())
                .flatMap(stream -> stream)
                .toList();
    }

    private static Stream<AllocationCost> ofTraces(ProcessView process) {
        return process.fact(GcEconomy.FACT).stream()
                .filter(economy ->
                        economy.cpuShare() >= COLLECTOR_SHARE || economy.allocationRate() >= BYTES_PER_SECOND)
                .map(economy -> new AllocationCost(
                        "the collector takes %s of the CPUs, %s are allocated"
                                .formatted(
                                        Quantity.ratio(economy.cpuShare()).text(),
                                        Quantity.perSecond(economy.allocationRate(), "B")
                                                .text()),
                        economy.trace().cite()));
    }

    private static Stream<AllocationCost> ofProfiles(ProcessView process) {
        return process.fact(CpuUse.FACT).stream()
                .filter(AllocationCost::isHigh)
                .map(use -> new AllocationCost(
                        "allocating and collecting take %s of the CPU time"
                                .formatted(Quantity.ratio(share(use)).text()),
                        use.profile().cite()));
    }

    /// Whether a CPU profile by itself says it.
    public static boolean isHigh(CpuUse use) {
        return share(use) >= SHARE_OF_PROFILE;
    }

    /// The share of allocating and collecting.
    public static double share(CpuUse use) {
        return use.share(Work.ALLOCATION) + use.share(Work.COLLECTION);
    }

    private static Stream<AllocationCost> ofStatistics(ProcessView process) {
        return process.all(MemoryStatistics.class).stream()
                .filter(statistics -> statistics.value("GCCPUFraction").orElse(0) >= COLLECTOR_SHARE_SINCE_START)
                .map(statistics -> new AllocationCost(
                        "the collector has taken %s of the CPUs since the start"
                                .formatted(Quantity.ratio(statistics
                                                .value("GCCPUFraction")
                                                .getAsDouble())
                                        .text()),
                        statistics.cite()));
    }

    private static Optional<AllocationCost> ofRate(ProcessView process) {
        List<HeapUse> uses = process.fact(HeapUse.FACT);
        if (!HeapUse.isOrdered(uses)) {
            return Optional.empty();
        }
        HeapUse first = uses.getFirst();
        HeapUse last = uses.getLast();
        return first.taken()
                .flatMap(from -> last.taken().map(to -> Duration.between(from, to)))
                .filter(time -> time.toMillis() > 0)
                .map(time -> (last.allocated() - first.allocated()) * 1000.0 / time.toMillis())
                .filter(rate -> rate >= BYTES_PER_SECOND)
                .map(rate -> new AllocationCost(
                        "%s are allocated"
                                .formatted(Quantity.perSecond(rate, "B").text()),
                        last.profile().cite()));
    }
}
