package dev.whydunit.formats.goroutine;

import dev.whydunit.evidence.goroutine.GoroutineGroup.WaitMinutes;
import java.util.Arrays;
import java.util.OptionalInt;

/// How many goroutines of each group print how many minutes: a table from group and minutes to a count.
final class WaitCounts {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long EMPTY = -1;

    private long[] keys = new long[64];
    private long[] counts = new long[64];
    private int used;

    WaitCounts() {
        Arrays.fill(keys, EMPTY);
    }

    void add(int group, int minutes, long goroutines) {
        long key = (long) group << Integer.SIZE | minutes;
        int slot = slot(key);
        if (keys[slot] == EMPTY) {
            if (2 * ++used > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
        }
        counts[slot] += goroutines;
    }

    /// Adds the counts of another dump, its groups renumbered.
    void addAll(WaitCounts other, int[] groupHere) {
        for (int slot = 0; slot < other.keys.length; slot++) {
            if (other.keys[slot] != EMPTY) {
                int group = groupHere[(int) (other.keys[slot] >>> Integer.SIZE)];
                if (group != StackGroups.NONE) {
                    add(group, (int) other.keys[slot], other.counts[slot]);
                }
            }
        }
    }

    /// The minutes of all groups below a count, by group.
    WaitMinutes[] byGroup(int groups) {
        var waits = new WaitMinutes[groups];
        Arrays.fill(waits, WaitMinutes.NONE);
        long[] sorted = Arrays.stream(keys).filter(key -> key != EMPTY).sorted().toArray();
        int from = 0;
        while (from < sorted.length) {
            int group = (int) (sorted[from] >>> Integer.SIZE);
            int to = from;
            while (to < sorted.length && (int) (sorted[to] >>> Integer.SIZE) == group) {
                to++;
            }
            waits[group] = summary(sorted, from, to);
            from = to;
        }
        return waits;
    }

    private WaitMinutes summary(long[] sorted, int from, int to) {
        long printed = 0;
        for (int i = from; i < to; i++) {
            printed += counts[slot(sorted[i])];
        }
        int median = from;
        long below = counts[slot(sorted[median])];
        while (2 * below < printed) {
            below += counts[slot(sorted[++median])];
        }
        return new WaitMinutes(
                printed, OptionalInt.of((int) sorted[from]), OptionalInt.of((int) sorted[median]), OptionalInt.of((int)
                        sorted[to - 1]));
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * MULTIPLIER) >>> Integer.SIZE) & mask;
        while (keys[slot] != EMPTY && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new long[2 * oldKeys.length];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
