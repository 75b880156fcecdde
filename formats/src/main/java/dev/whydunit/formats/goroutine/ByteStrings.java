package dev.whydunit.formats.goroutine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Distinct strings of bytes, each with a small number: 0, 1, 2 ... in the order of first appearance.
///
/// A string may be told apart by a further number (the function whose location it is). Open addressing; a hit
/// compares all bytes, so that two strings are never taken for one.
final class ByteStrings {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int ROTATION = 29;

    /// Differs from run to run, so that no file can be made to collide. Numbers do not depend on it.
    private static final long SEED = new SplittableRandom().nextLong();

    private static final int FIRST_SLOTS = 256;

    /// No number: the string is too long, or there are too many.
    static final int NONE = -1;

    /// Names and paths are shorter by far; linkers and file systems end at 4,096.
    private static final int LONGEST = 1 << 13;

    private static final int MOST_BYTES = 1 << 29;

    private byte[] bytes = new byte[1 << 13];
    private int[] ends = new int[FIRST_SLOTS];
    private int[] keys = new int[FIRST_SLOTS];
    private long[] hashes = new long[FIRST_SLOTS];
    private int[] slots = new int[2 * FIRST_SLOTS];
    private int count;

    /// The number of `source[from, to)` under a key; a new one where it was not seen before; [#NONE] beyond the
    /// limits.
    int number(int key, byte[] source, int from, int to) {
        long hash = hash(key, source, from, to);
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && keys[number] == key && isEqual(number, source, from, to)) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        return add(hash, key, source, from, to);
    }

    /// Whether a number stands for these bytes.
    boolean isEqual(int number, byte[] source, int from, int to) {
        return Arrays.equals(bytes, start(number), ends[number], source, from, to);
    }

    int length(int number) {
        return ends[number] - start(number);
    }

    int count() {
        return count;
    }

    int key(int number) {
        return keys[number];
    }

    String text(int number) {
        int start = start(number);
        return new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    /// The number here of a string of another table, under a key of this one.
    int numberOf(ByteStrings other, int number, int key) {
        return number(key, other.bytes, other.start(number), other.ends[number]);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private int add(long hash, int key, byte[] source, int from, int to) {
        int start = count == 0 ? 0 : ends[count - 1];
        int end = start + (to - from);
        if (to - from > LONGEST || end > MOST_BYTES) {
            return NONE;
        }
        if (count == ends.length) {
            grow();
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        System.arraycopy(source, from, bytes, start, to - from);
        ends[count] = end;
        keys[count] = key;
        hashes[count] = hash;
        count++;
        place(hash, count);
        return count - 1;
    }

    /// Half of the slots stay empty.
    private void grow() {
        int larger = 2 * ends.length;
        ends = Arrays.copyOf(ends, larger);
        keys = Arrays.copyOf(keys, larger);
        hashes = Arrays.copyOf(hashes, larger);
        slots = new int[2 * larger];
        for (int number = 0; number < count; number++) {
            place(hashes[number], number + 1);
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

    private static long hash(int key, byte[] source, int from, int to) {
        int length = to - from;
        long hash = SEED ^ (((long) key << Integer.SIZE) + length) * MULTIPLIER;
        int last = to - Long.BYTES;
        for (int i = from; i < last; i += Long.BYTES) {
            hash = mix(hash, (long) LONGS.get(source, i));
        }
        hash = mix(hash, length >= Long.BYTES ? (long) LONGS.get(source, last) : shortWord(source, from, to));
        return hash ^ (hash >>> Integer.SIZE);
    }

    private static long mix(long hash, long word) {
        return Long.rotateLeft(hash ^ word, ROTATION) * MULTIPLIER;
    }

    private static long shortWord(byte[] source, int from, int to) {
        long word = 0;
        for (int i = from; i < to; i++) {
            word = (word << Byte.SIZE) | (source[i] & 0xff);
        }
        return word;
    }
}
