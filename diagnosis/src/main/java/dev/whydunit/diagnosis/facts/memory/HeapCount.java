package dev.whydunit.diagnosis.facts.memory;

import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.OwnStacks;
import dev.whydunit.diagnosis.facts.memory.HeapUse.HeapSite;
import dev.whydunit.evidence.profile.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Adds up a heap profile by own function, in one pass over its samples.
final class HeapCount {

    private static final String POOL = "sync.(*Pool).Get";

    private final Profile profile;
    private final OwnStacks stacks;
    private final int inUse;
    private final int allocated;
    private final boolean[] isPool;
    private final Tally[] tallies;
    private boolean pooled;

    HeapCount(Profile profile, OwnCode ownCode) {
        this.profile = profile;
        this.stacks = new OwnStacks(profile, ownCode);
        this.inUse = profile.indexOf("inuse_space");
        this.allocated = profile.indexOf("alloc_space");
        this.tallies = new Tally[stacks.functions()];
        this.isPool = new boolean[stacks.functions()];
        for (int function = 0; function < isPool.length; function++) {
            isPool[function] = stacks.frame(function).function().canonical().equals(POOL);
        }
    }

    /// What one own function has so far.
    private static final class Tally {
        private long inUse;
        private long allocated;
        private long pooled;
        private int heaviestSample;
        private long heaviest = -1;
        private int line;
    }

    HeapUse use() {
        long totalInUse = 0;
        long totalAllocated = 0;
        for (int sample = 0; sample < profile.sampleCount(); sample++) {
            long held = value(sample, inUse);
            long made = value(sample, allocated);
            totalInUse += held;
            totalAllocated += made;
            take(sample, held, made);
        }
        return new HeapUse(profile, totalInUse, totalAllocated, sites());
    }

    private long value(int sample, int type) {
        return type < 0 ? 0 : Math.max(0, profile.value(sample, type));
    }

    private void take(int sample, long held, long made) {
        int function = stacks.innermost(sample);
        if (function == OwnStacks.NONE) {
            return;
        }
        int line = stacks.line();
        pooled = false;
        stacks.visit(sample, (visited, _) -> pooled |= isPool[visited]);
        Tally known = tallies[function];
        Tally tally = known == null ? new Tally() : known;
        tallies[function] = tally;
        tally.inUse += held;
        tally.allocated += made;
        tally.pooled += pooled ? made : 0;
        if (Math.max(held, made) > tally.heaviest) {
            tally.heaviest = Math.max(held, made);
            tally.heaviestSample = sample;
            tally.line = line;
        }
    }

    private List<HeapSite> sites() {
        return IntStream.range(0, tallies.length)
                .filter(function -> tallies[function] != null)
                .mapToObj(this::site)
                .sorted(Comparator.comparingLong((HeapSite site) -> -site.inUse())
                        .thenComparing(site -> site.frame().function()))
                .toList();
    }

    private HeapSite site(int function) {
        Tally tally = tallies[function];
        return new HeapSite(
                stacks.frame(function, tally.line),
                stacks.callers(function, tally.heaviestSample),
                tally.inUse,
                tally.allocated,
                tally.pooled);
    }
}
