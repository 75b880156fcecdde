package dev.whydunit.formats.goroutine;

import dev.whydunit.evidence.goroutine.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The printed argument words of goroutines, packed: about five bytes for a word.
///
/// A word is a head byte, what its bits announce, and the value, the lowest byte first:
/// ```
/// bit 0      printed without `?`
/// bit 1      a varint follows: so many frames after the previous word's frame
/// bit 2      a varint follows: so many places without a value come before it (`_`, `{...}`)
/// bits 4-7   bytes of the value, 0 to 8
/// ```
final class ArgumentWords {

    /// Bytes of one goroutine's words: the runtime prints at most ten words of each of a hundred frames.
    private static final int MOST_BYTES = 1 << 16;

    /// Bytes of all words of a dump; goroutines beyond it have none.
    private static final long MOST_BYTES_OF_ALL = 96L << 20;

    private static final int CERTAIN = 1;
    private static final int OTHER_FRAME = 2;
    private static final int SKIPS = 4;
    private static final int LENGTH_SHIFT = 4;
    private static final int VARINT_BITS = 7;

    /// The largest head, two varints and eight bytes of value.
    private static final int LARGEST_WORD = 1 + 5 + 5 + Long.BYTES;

    private static final byte[] DIGITS = digits();

    private final ByteArena arena = new ByteArena();
    private byte[] packed = new byte[1 << 12];
    private int size;
    private int previousFrame;
    private int skipped;

    private static byte[] digits() {
        var table = new byte[1 << Byte.SIZE];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) Character.digit(i, 16);
        }
        return table;
    }

    /// Begins the words of a goroutine.
    void begin() {
        size = 0;
        previousFrame = 0;
    }

    /// Adds the arguments of one frame, as printed between its parentheses.
    void addFrame(int frame, byte[] text, int from, int to) {
        skipped = 0;
        int at = from;
        while (at < to) {
            byte c = text[at++];
            if (c == 'x') {
                at = addWord(frame, text, at, to);
            } else if (c == '_') {
                skipped++;
            } else if (c == '.') {
                skipped++;
                at += "..".length();
            }
        }
    }

    private int addWord(int frame, byte[] text, int from, int to) {
        long value = 0;
        int at = from;
        while (at < to) {
            int digit = DIGITS[text[at] & 0xff];
            if (digit < 0) {
                break;
            }
            value = value << 4 | digit;
            at++;
        }
        boolean uncertain = at < to && text[at] == '?';
        pack(frame, value, uncertain ? 0 : CERTAIN);
        return at;
    }

    private void pack(int frame, long value, int certain) {
        if (size + LARGEST_WORD > packed.length) {
            if (size >= MOST_BYTES) {
                return;
            }
            packed = Arrays.copyOf(packed, 2 * packed.length);
        }
        int head = size++;
        int bits = certain;
        if (frame != previousFrame) {
            bits |= OTHER_FRAME;
            packVarint(frame - previousFrame);
            previousFrame = frame;
        }
        if (skipped > 0) {
            bits |= SKIPS;
            packVarint(skipped);
            skipped = 0;
        }
        int valueFrom = size;
        for (long rest = value; rest != 0; rest >>>= Byte.SIZE) {
            packed[size++] = (byte) rest;
        }
        packed[head] = (byte) (bits | ((size - valueFrom) << LENGTH_SHIFT));
    }

    private void packVarint(int value) {
        int rest = value;
        while (rest >= 1 << VARINT_BITS) {
            packed[size++] = (byte) (rest | 1 << VARINT_BITS);
            rest >>>= VARINT_BITS;
        }
        packed[size++] = (byte) rest;
    }

    /// Ends the words of a goroutine: where they lie; [#size] bytes from there.
    long end() {
        if (arena.size() >= MOST_BYTES_OF_ALL) {
            size = 0;
        }
        return arena.store(packed, 0, size);
    }

    /// Bytes of the words of the latest goroutine.
    int size() {
        return size;
    }

    /// The words at a place.
    ///
    /// @param zeroIsCertain whether a zero without `?` means what it says
    List<Argument> decode(long place, int bytes, boolean zeroIsCertain) {
        if (bytes == 0) {
            return List.of();
        }
        return new Decoder(arena.chunk(place), ByteArena.offset(place), bytes).decode(zeroIsCertain);
    }

    private static final class Decoder {
        private final byte[] packed;
        private final int to;
        private int at;

        Decoder(byte[] packed, int from, int bytes) {
            this.packed = packed;
            this.at = from;
            this.to = from + bytes;
        }

        List<Argument> decode(boolean zeroIsCertain) {
            var arguments = new ArrayList<Argument>();
            int frame = 0;
            int position = 0;
            while (at < to) {
                int head = packed[at++];
                if ((head & OTHER_FRAME) != 0) {
                    frame += varint();
                    position = 0;
                }
                position += (head & SKIPS) == 0 ? 0 : varint();
                long value = value((head & 0xff) >>> LENGTH_SHIFT);
                boolean certain = (head & CERTAIN) != 0 && (value != 0 || zeroIsCertain);
                arguments.add(new Argument(frame, position++, value, certain));
            }
            return List.copyOf(arguments);
        }

        private int varint() {
            int value = 0;
            for (int shift = 0; ; shift += VARINT_BITS) {
                byte b = packed[at++];
                value |= (b & (1 << VARINT_BITS) - 1) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }

        private long value(int length) {
            long value = 0;
            for (int i = 0; i < length; i++) {
                value |= (packed[at++] & 0xffL) << (i * Byte.SIZE);
            }
            return value;
        }
    }
}
