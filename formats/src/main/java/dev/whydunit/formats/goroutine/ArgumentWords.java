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
/// Goroutines lie in chunks that are never copied; none spans two.
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
    private static final int CHUNK_SHIFT = 18;
    private static final int CHUNK_BYTES = 1 << CHUNK_SHIFT;

    /// The largest head, two varints and eight bytes of value.
    private static final int LARGEST_WORD = 1 + 5 + 5 + Long.BYTES;

    private final List<byte[]> chunks = new ArrayList<>();
    private int chunkFilled = CHUNK_BYTES;

    private byte[] packed = new byte[1 << 12];
    private int size;
    private int previousFrame;
    private int skipped;

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
            byte c = text[at];
            if (c == 'x') {
                at = addWord(frame, text, at + 1, to);
            } else if (c == '_') {
                skipped++;
                at++;
            } else if (c == '.') {
                skipped++;
                at = Math.min(to, at + "...".length());
            } else {
                at++;
            }
        }
    }

    private int addWord(int frame, byte[] text, int from, int to) {
        long value = 0;
        int at = from;
        int digit = at < to ? Character.digit(text[at], 16) : -1;
        while (digit >= 0) {
            value = value << 4 | digit;
            at++;
            digit = at < to ? Character.digit(text[at], 16) : -1;
        }
        pack(frame, value, at >= to || text[at] != '?');
        return at;
    }

    private void pack(int frame, long value, boolean certain) {
        if (size + LARGEST_WORD > packed.length) {
            if (size >= MOST_BYTES) {
                return;
            }
            packed = Arrays.copyOf(packed, 2 * packed.length);
        }
        int length = Long.BYTES - Long.numberOfLeadingZeros(value) / Byte.SIZE;
        int head = length << LENGTH_SHIFT | (certain ? CERTAIN : 0);
        head |= frame == previousFrame ? 0 : OTHER_FRAME;
        head |= skipped == 0 ? 0 : SKIPS;
        packed[size++] = (byte) head;
        if (frame != previousFrame) {
            packVarint(frame - previousFrame);
            previousFrame = frame;
        }
        if (skipped > 0) {
            packVarint(skipped);
            skipped = 0;
        }
        for (int i = 0; i < length; i++) {
            packed[size++] = (byte) (value >>> i * Byte.SIZE);
        }
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
        return store(packed, 0, size);
    }

    /// Bytes of the words of the latest goroutine.
    int size() {
        return size;
    }

    /// Takes over the words of a goroutine of another dump.
    long copy(ArgumentWords other, long place, int bytes) {
        size = bytes;
        return bytes == 0 ? 0 : store(other.chunk(place), offset(place), bytes);
    }

    private long store(byte[] source, int from, int bytes) {
        if (bytes > CHUNK_BYTES - chunkFilled) {
            if (((long) chunks.size() << CHUNK_SHIFT) >= MOST_BYTES_OF_ALL) {
                size = 0;
                return 0;
            }
            chunks.add(new byte[CHUNK_BYTES]);
            chunkFilled = 0;
        }
        if (bytes == 0) {
            return 0;
        }
        System.arraycopy(source, from, chunks.getLast(), chunkFilled, bytes);
        long place = ((long) chunks.size() - 1 << CHUNK_SHIFT) + chunkFilled;
        chunkFilled += bytes;
        return place;
    }

    /// The words at a place.
    ///
    /// @param zeroIsCertain whether a zero without `?` means what it says
    List<Argument> decode(long place, int bytes, boolean zeroIsCertain) {
        if (bytes == 0) {
            return List.of();
        }
        return new Decoder(chunk(place), offset(place), bytes).decode(zeroIsCertain);
    }

    private byte[] chunk(long place) {
        return chunks.get((int) (place >>> CHUNK_SHIFT));
    }

    private static int offset(long place) {
        return (int) place & CHUNK_BYTES - 1;
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
                value |= (packed[at++] & 0xffL) << i * Byte.SIZE;
            }
            return value;
        }
    }
}
