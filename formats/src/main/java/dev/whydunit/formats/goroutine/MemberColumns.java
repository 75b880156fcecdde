package dev.whydunit.formats.goroutine;

import dev.whydunit.evidence.goroutine.GoroutineGroup;
import java.util.Arrays;

/// What tells the goroutines of a dump from each other, in columns: of each group the first
/// [GoroutineGroup#MEMBERS_KEPT]. The members of a group are chained in the order of the dump.
final class MemberColumns {

    static final int NONE = -1;
    static final int LOCKED_TO_THREAD = 1;
    static final int LEAKED = 2;

    private static final int FIRST_ROWS = 256;

    private long[] ids = new long[FIRST_ROWS];
    private long[] parents = new long[FIRST_ROWS];
    private int[] minutes = new int[FIRST_ROWS];
    private byte[] flags = new byte[FIRST_ROWS];
    private int[] labels = new int[FIRST_ROWS];
    private long[] arguments = new long[FIRST_ROWS];
    private int[] argumentBytes = new int[FIRST_ROWS];
    private long[] lines = new long[FIRST_ROWS];
    private long[] froms = new long[FIRST_ROWS];
    private long[] tos = new long[FIRST_ROWS];
    private int[] groupOfRow = new int[FIRST_ROWS];
    private int[] nexts = new int[FIRST_ROWS];
    private int count;

    private int[] firsts = new int[FIRST_ROWS];
    private int[] lasts = new int[FIRST_ROWS];
    private int[] kept = new int[FIRST_ROWS];
    private int groups;

    /// Whether a group has room for one more.
    boolean hasRoom(int group) {
        return group >= groups || kept[group] < GoroutineGroup.MEMBERS_KEPT;
    }

    /// Appends a row to a group; its number.
    int add(int group, long id, long parent, int waitMinutes, int memberFlags, int labelSet) {
        if (count == ids.length) {
            growRows();
        }
        int row = count++;
        ids[row] = id;
        parents[row] = parent;
        minutes[row] = waitMinutes;
        flags[row] = (byte) memberFlags;
        labels[row] = labelSet;
        groupOfRow[row] = group;
        nexts[row] = NONE;
        chain(group, row);
        return row;
    }

    /// The row of a goroutine, or [#NONE].
    int rowOf(long id) {
        for (int row = 0; row < count; row++) {
            if (ids[row] == id && groupOfRow[row] != NONE) {
                return row;
            }
        }
        return NONE;
    }

    /// Takes a row out of its group.
    void remove(int row) {
        int group = groupOfRow[row];
        int before = NONE;
        for (int other = firsts[group]; other != row; other = nexts[other]) {
            before = other;
        }
        if (before == NONE) {
            firsts[group] = nexts[row];
        } else {
            nexts[before] = nexts[row];
        }
        if (lasts[group] == row) {
            lasts[group] = before;
        }
        kept[group]--;
        groupOfRow[row] = NONE;
    }

    void setArguments(int row, long place, int bytes) {
        arguments[row] = place;
        argumentBytes[row] = bytes;
    }

    void setPlace(int row, long line, long from, long to) {
        lines[row] = line;
        froms[row] = from;
        tos[row] = to;
    }

    /// The first row of a group.
    int first(int group) {
        return firsts[group];
    }

    /// The row after one in its group, or [#NONE].
    int next(int row) {
        return nexts[row];
    }

    int kept(int group) {
        return kept[group];
    }

    int count() {
        return count;
    }

    int group(int row) {
        return groupOfRow[row];
    }

    long id(int row) {
        return ids[row];
    }

    /// The creator's number, or [#NONE].
    long parent(int row) {
        return parents[row];
    }

    /// The minutes printed, or [Header#NO_MINUTES].
    int minutes(int row) {
        return minutes[row];
    }

    int flags(int row) {
        return flags[row];
    }

    /// The number of the labels' text, or [#NONE].
    int labels(int row) {
        return labels[row];
    }

    long arguments(int row) {
        return arguments[row];
    }

    int argumentBytes(int row) {
        return argumentBytes[row];
    }

    long line(int row) {
        return lines[row];
    }

    long from(int row) {
        return froms[row];
    }

    long to(int row) {
        return tos[row];
    }

    private void chain(int group, int row) {
        if (group >= firsts.length) {
            int larger = Math.max(group + 1, 2 * firsts.length);
            firsts = Arrays.copyOf(firsts, larger);
            lasts = Arrays.copyOf(lasts, larger);
            kept = Arrays.copyOf(kept, larger);
        }
        groups = Math.max(groups, group + 1);
        if (kept[group]++ == 0) {
            firsts[group] = row;
        } else {
            nexts[lasts[group]] = row;
        }
        lasts[group] = row;
    }

    private void growRows() {
        int larger = 2 * count;
        ids = Arrays.copyOf(ids, larger);
        parents = Arrays.copyOf(parents, larger);
        minutes = Arrays.copyOf(minutes, larger);
        flags = Arrays.copyOf(flags, larger);
        labels = Arrays.copyOf(labels, larger);
        arguments = Arrays.copyOf(arguments, larger);
        argumentBytes = Arrays.copyOf(argumentBytes, larger);
        lines = Arrays.copyOf(lines, larger);
        froms = Arrays.copyOf(froms, larger);
        tos = Arrays.copyOf(tos, larger);
        groupOfRow = Arrays.copyOf(groupOfRow, larger);
        nexts = Arrays.copyOf(nexts, larger);
    }
}
