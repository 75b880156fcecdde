package dev.whydunit.formats.goroutine;

import java.util.Arrays;

/// Goroutines grouped by state and stack: each distinct sequence of numbers is a group, with its count.
///
/// A sequence is: the number of the state's text, the number of the creating frame (or -1), whether frames were
/// elided, then the frames with the innermost first.
final class StackGroups {

    static final int NONE = -1;

    static final int STATE = 0;
    static final int CREATED_BY = 1;
    static final int ELIDED = 2;
    static final int FRAMES = 3;

    private static final int FIRST_GROUPS = 256;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int ROTATION = 29;

    private final int most;
    private int[] sequences = new int[1 << 13];
    private int[] ends = new int[FIRST_GROUPS];
    private long[] hashes = new long[FIRST_GROUPS];
    private long[] counts = new long[FIRST_GROUPS];
    private int[] slots = new int[2 * FIRST_GROUPS];
    private int count;

    /// @param most distinct stacks that are told apart
    StackGroups(int most) {
        this.most = most;
    }

    /// The group of a sequence; a new one where it was not seen before; [#NONE] where there are too many.
    int group(int[] sequence, int length) {
        long hash = hash(sequence, length);
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0) {
            int group = slots[slot] - 1;
            if (hashes[group] == hash && Arrays.equals(sequences, start(group), ends[group], sequence, 0, length)) {
                return group;
            }
            slot = (slot + 1) & mask;
        }
        return count < most ? add(hash, sequence, length) : NONE;
    }

    void addTo(int group, long goroutines) {
        counts[group] += goroutines;
    }

    int count() {
        return count;
    }

    long size(int group) {
        return counts[group];
    }

    /// A copy of a group's sequence.
    int[] sequence(int group) {
        return Arrays.copyOfRange(sequences, start(group), ends[group]);
    }

    boolean hasFrames(int group) {
        return ends[group] - start(group) > FRAMES;
    }

    private int start(int group) {
        return group == 0 ? 0 : ends[group - 1];
    }

    private int add(long hash, int[] sequence, int length) {
        if (count == ends.length) {
            grow();
        }
        int start = count == 0 ? 0 : ends[count - 1];
        int end = Math.addExact(start, length);
        if (end > sequences.length) {
            sequences = Arrays.copyOf(sequences, (int)
                    Math.min(Integer.MAX_VALUE - 8, Math.max(end, 2L * sequences.length)));
        }
        System.arraycopy(sequence, 0, sequences, start, length);
        ends[count] = end;
        hashes[count] = hash;
        count++;
        place(hash, count);
        return count - 1;
    }

    private void grow() {
        int larger = 2 * ends.length;
        ends = Arrays.copyOf(ends, larger);
        hashes = Arrays.copyOf(hashes, larger);
        counts = Arrays.copyOf(counts, larger);
        slots = new int[2 * larger];
        for (int group = 0; group < count; group++) {
            place(hashes[group], group + 1);
        }
    }

    private void place(long hash, int value) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = value;
    }

    private static long hash(int[] sequence, int length) {
        long hash = length;
        for (int i = 0; i < length; i++) {
            hash = Long.rotateLeft(hash ^ sequence[i], ROTATION) * MULTIPLIER;
        }
        return hash ^ (hash >>> Integer.SIZE);
    }
}
