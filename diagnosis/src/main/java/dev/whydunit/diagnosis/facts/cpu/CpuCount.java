package dev.whydunit.diagnosis.facts.cpu;

import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.cpu.CpuUse.OwnFunction;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.SourceLine;
import dev.whydunit.evidence.profile.CodeFunction;
import dev.whydunit.evidence.profile.CodeTable;
import dev.whydunit.evidence.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Counts the CPU time of a profile by kind of work and by own function, in one pass over its samples.
final class CpuCount {

    /// The kinds of work; the place of a kind in this list is its column in all counts, the first that shows wins.
    private static final List<Work> KINDS = List.of(Work.values());

    private static final int KERNEL = KINDS.indexOf(Work.KERNEL);
    private static final int COMPUTATION = KINDS.indexOf(Work.COMPUTATION);

    /// So many callers are told: enough to recognise the path.
    private static final int CALLERS_TOLD = 6;

    private final Profile profile;
    private final CodeTable code;
    private final int sampleType;
    private final int[] kindOf;
    private final boolean[] own;
    private final Frame[] frames;
    private final Tally[] tallies;
    private final long[] totals = new long[KINDS.size()];

    CpuCount(Profile profile, OwnCode ownCode) {
        this.profile = profile;
        this.code = profile.code();
        int cpu = profile.indexOf("cpu");
        this.sampleType = cpu >= 0 ? cpu : profile.defaultSampleType();
        List<CodeFunction> functions = code.functions();
        this.frames = functions.stream().map(CpuCount::frame).toArray(Frame[]::new);
        this.kindOf = Arrays.stream(frames)
                .mapToInt(frame -> KINDS.indexOf(Work.of(frame.function().canonical())))
                .toArray();
        this.own = new boolean[frames.length];
        this.tallies = new Tally[frames.length];
        for (int i = 0; i < frames.length; i++) {
            own[i] = ownCode.isOwn(frames[i]);
        }
    }

    private static Frame frame(CodeFunction function) {
        String name = function.name().isEmpty() ? function.systemName() : function.name();
        Optional<SourceLine> place = function.file().isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceLine(function.file(), Math.clamp(function.startLine(), 0, Integer.MAX_VALUE)));
        return new Frame(FunctionName.of(name), place, false);
    }

    /// What one own function has taken so far.
    private static final class Tally {
        private final long[] byKind = new long[KINDS.size()];
        private int heaviestSample;
        private long heaviestValue = -1;
        private int line;
    }

    CpuUse use() {
        int[] stack = new int[64];
        for (int sample = 0; sample < profile.sampleCount(); sample++) {
            stack = profile.stack(sample, stack);
            count(sample, stack, profile.depth(sample));
        }
        long total = Arrays.stream(totals).sum();
        return new CpuUse(profile, Duration.ofNanos(Math.max(0, total)), shares(totals, total), functions(total));
    }

    private void count(int sample, int[] stack, int depth) {
        long value = profile.value(sample, sampleType);
        int kind = kind(stack, depth);
        totals[kind] += value;
        for (int i = 0; i < depth; i++) {
            for (int line = 0; line < code.lines(stack[i]); line++) {
                int function = code.function(stack[i], line);
                if (own[function]) {
                    take(function, code.lineNumber(stack[i], line), sample, value, kind);
                    return;
                }
            }
        }
    }

    private void take(int function, int line, int sample, long value, int kind) {
        Tally known = tallies[function];
        Tally tally = known == null ? new Tally() : known;
        tallies[function] = tally;
        tally.byKind[kind] += value;
        if (value > tally.heaviestValue) {
            tally.heaviestValue = value;
            tally.heaviestSample = sample;
            tally.line = Math.max(0, line);
        }
    }

    private int kind(int[] stack, int depth) {
        int first = COMPUTATION;
        for (int i = 0; i < depth; i++) {
            for (int line = 0; line < code.lines(stack[i]); line++) {
                int kind = kindOf[code.function(stack[i], line)];
                boolean counts = kind != KERNEL || (i == 0 && line == 0);
                if (counts && kind < first) {
                    first = kind;
                }
            }
        }
        return first;
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
        Frame frame = frames[function];
        Frame told = new Frame(
                frame.function(), frame.location().map(place -> new SourceLine(place.file(), tally.line)), false);
        return new OwnFunction(told, callers(function, tally.heaviestSample), shares(tally.byKind, total));
    }

    private List<Frame> callers(int function, int sample) {
        List<Frame> callers = new ArrayList<>();
        boolean above = false;
        for (int i = 0; i < profile.depth(sample) && callers.size() < CALLERS_TOLD; i++) {
            int location = profile.location(sample, i);
            for (int line = 0; line < code.lines(location); line++) {
                int caller = code.function(location, line);
                if (above && own[caller] && caller != function) {
                    callers.add(frames[caller]);
                }
                above |= caller == function;
            }
        }
        return callers;
    }

    private static Map<Work, Double> shares(long[] byKind, long total) {
        Map<Work, Double> shares = new EnumMap<>(Work.class);
        for (int kind = 0; kind < byKind.length; kind++) {
            shares.put(KINDS.get(kind), total <= 0 ? 0.0 : (double) byKind[kind] / total);
        }
        return shares;
    }
}
