package dev.whydunit.report.profile;

import dev.whydunit.evidence.profile.Profile;

/// Which functions were inlined into their callers: always, sometimes or never, looked at from the calls between the
/// functions that are shown. Only calls of functions that are inlined somewhere are followed.
///
/// Source: `google/pprof internal/graph` (`AddToEdgeDiv`), `internal/report` (`TextItems`).
final class InlineCalls {
    private static final int FIRST_CALLS = 1 << 10;

    private final Profile profile;
    private final int sampleType;
    private final boolean[] kept;
    private final Pruning pruning;
    private final int[] lineStart;
    private final int[] lineNode;
    private final boolean[] followed;
    private final boolean[] inlined;
    private final boolean[] called;

    /// Calls by caller and callee, open addressing; 0 is free.
    private long[] keys = new long[FIRST_CALLS];

    private long[] weights = new long[FIRST_CALLS];
    private int[] marks = new int[FIRST_CALLS];
    private boolean[] alwaysInline = new boolean[FIRST_CALLS];
    private int size;

    InlineCalls(Profile profile, int sampleType, boolean[] kept, Pruning pruning, int[] lineStart, int[] lineNode) {
        this.profile = profile;
        this.sampleType = sampleType;
        this.kept = kept;
        this.pruning = pruning;
        this.lineStart = lineStart;
        this.lineNode = lineNode;
        this.followed = new boolean[kept.length];
        this.inlined = new boolean[kept.length];
        this.called = new boolean[kept.length];
    }

    /// @param cutoff calls of less weight do not count
    void add(long cutoff) {
        if (!findFollowed()) {
            return;
        }
        int[] stack = new int[0];
        for (int sample = 0; sample < profile.sampleCount(); sample++) {
            long value = profile.value(sample, sampleType);
            if (value != 0) {
                stack = profile.stack(sample, stack);
                add(stack, profile.depth(sample), value, sample + 1);
            }
        }
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && Math.abs(weights[i]) >= cutoff) {
                int callee = (int) keys[i];
                inlined[callee] |= alwaysInline[i];
                called[callee] |= !alwaysInline[i];
            }
        }
    }

    private boolean findFollowed() {
        boolean any = false;
        for (int location = 0; location + 1 < lineStart.length; location++) {
            int first = pruning.firstLine(location, lineStart[location]);
            for (int line = first; line < lineStart[location + 1] - 1; line++) {
                followed[lineNode[line]] |= kept[lineNode[line]];
                any |= kept[lineNode[line]];
            }
        }
        return any;
    }

    private void add(int[] stack, int depth, long value, int mark) {
        int leaf = pruning.leaf(stack, depth);
        int caller = -1;
        for (int i = depth - 1; i >= leaf; i--) {
            int first = pruning.firstLine(stack[i], lineStart[stack[i]]);
            int last = lineStart[stack[i] + 1] - 1;
            for (int line = last; line >= first; line--) {
                int node = lineNode[line];
                if (!kept[node]) {
                    continue;
                }
                if (followed[node] && caller >= 0 && caller != node) {
                    call(caller, node, value, line != last, mark);
                }
                caller = node;
            }
        }
    }

    private void call(int caller, int callee, long value, boolean inline, int mark) {
        int at = find((caller + 1L) << Integer.SIZE | callee);
        if (marks[at] == mark) {
            return;
        }
        alwaysInline[at] = inline && (marks[at] == 0 || alwaysInline[at]);
        marks[at] = mark;
        weights[at] += value;
    }

    private int find(long key) {
        if (size * 2 > keys.length) {
            grow();
        }
        int at = slot(keys, key);
        if (keys[at] == 0) {
            keys[at] = key;
            size++;
        }
        return at;
    }

    private static int slot(long[] table, long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        int at = (int) (mixed >>> 32) & (table.length - 1);
        while (table[at] != 0 && table[at] != key) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private void grow() {
        var oldKeys = keys;
        var oldWeights = weights;
        var oldMarks = marks;
        var oldInline = alwaysInline;
        keys = new long[oldKeys.length * 2];
        weights = new long[keys.length];
        marks = new int[keys.length];
        alwaysInline = new boolean[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = slot(keys, oldKeys[i]);
                keys[at] = oldKeys[i];
                weights[at] = oldWeights[i];
                marks[at] = oldMarks[i];
                alwaysInline[at] = oldInline[i];
            }
        }
    }

    /// How a function stands to its callers.
    Top.Inlining of(int node) {
        if (!inlined[node]) {
            return Top.Inlining.NEVER;
        }
        return called[node] ? Top.Inlining.PARTLY : Top.Inlining.ALWAYS;
    }
}
