package dev.whydunit.diagnosis.facts.cpu;

import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.OwnStacks;
import dev.whydunit.diagnosis.facts.cpu.CpuUse.OwnFunction;
import dev.whydunit.evidence.profile.Profile;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Counts the CPU time of a profile by kind of work and by own function, in one pass over its samples.
final class CpuCount {

    /// The kinds of work; the place of a kind in this list is its column in all counts, the first that
    /// shows wins.
    private static final List<Work> KINDS = List.of(Work.values());

    private static final int KERNEL = KINDS.indexOf(Work.KERNEL);
    private static final int COMPUTATION = KINDS.indexOf(Work.COMPUTATION);

    private final Profile profile;
    private final OwnStacks stacks;
    private final int sampleType;
    private final int[] kindOf;
    private final Tally[] tallies;
    private final long[] totals = new long[KINDS.size()];
    private int kind;

    CpuCount(Profile profile, OwnCode ownCode) {
        this.profile = profile;
        this.stacks = new OwnStacks(profile, ownCode);
        int cpu = profile.indexOf("cpu");
        this.sampleType = cpu >= 0 ? cpu : profile.defaultSampleType();
        this.kindOf = IntStream.range(0, stacks.functions())
                .map(function ->
                        KINDS.indexOf(Work.of(stacks.frame(function).function().canonical())))
                .toArray();
        this.tallies = new Tally[stacks.functions()];
    }

    /// What one own function has taken so far.
    private static final class Tally {
        private final long[] byKind = new long[KINDS.size()];
        private int heaviestSample;
        private long heaviestValue = -1;
        private int line;
    }

    CpuUse use() {
        for (int sample = 0; sample < profile.sampleCount(); sample++) {
            long value = profile.value(sample, sampleType);
            kind = COMPUTATION;
            stacks.visit(sample, this::look);
            totals[kind] += value;
            take(sample, value);
        }
        long total = Arrays.stream(totals).sum();
        return new CpuUse(profile, Duration.ofNanos(Math.max(0, total)), shares(totals, total), functions(total));
    }

    private void look(int function, boolean isLeaf) {
        int shown = kindOf[function];
        if ((shown != KERNEL || isLeaf) && shown < kind) {
            kind = shown;
        }
    }

    private void take(int sample, long value) {
        int function = stacks.innermost(sample);
        if (function == OwnStacks.NONE) {
            return;
        }
        Tally known = tallies[function];
        Tally tally = known == null ? new Tally() : known;
        tallies[function] = tally;
        tally.byKind[kind] += value;
        if (value > tally.heaviestValue) {
            tally.heaviestValue = value;
            tally.heaviestSample = sample;
            tally.line = stacks.line();
        }
    }

    private List<OwnFunction> functions(long total) {
        return IntStream.range(0, tallies.length)
                .filter(function -> tallies[function] != null)
                .mapToObj(function -> ownFunction(function, total))
                .sorted(Comparator.comparingDouble((OwnFunction function) -> -function.share())
                        .thenComparing(function -> function.frame().function()))
                .toList();
    }

    private OwnFunction ownFunction(int function, long total) {
        Tally tally = tallies[function];
        return new OwnFunction(
                stacks.frame(function, tally.line),
                stacks.callers(function, tally.heaviestSample),
                shares(tally.byKind, total));
    }

    private static Map<Work, Double> shares(long[] byKind, long total) {
        Map<Work, Double> shares = new EnumMap<>(Work.class);
        for (int kind = 0; kind < byKind.length; kind++) {
            shares.put(KINDS.get(kind), total <= 0 ? 0.0 : (double) byKind[kind] / total);
        }
        return shares;
    }
}
