package dev.whydunit.formats.goroutine;

import java.util.Arrays;

/// The arguments of the goroutines of a range as they are printed. Most of them are dropped when the range is
/// absorbed, since groups are full by then; only those that stay are packed.
///
/// A goroutine is its frames with arguments, each as frame number and length (two bytes each), then the text.
final class ArgumentTexts {

    private static final int HEAD = 4;

    private final ByteArena arena = new ByteArena();
    private byte[] buffer = new byte[1 << 12];
    private int size;

    /// Begins the arguments of a goroutine.
    void begin() {
        size = 0;
    }

    void addFrame(int frame, byte[] text, int from, int to) {
        int length = to - from;
        if (size + HEAD + length > buffer.length) {
            if (size + HEAD + length > ByteArena.CHUNK_BYTES) {
                return;
            }
            buffer = Arrays.copyOf(buffer, Math.max(size + HEAD + length, 2 * buffer.length));
        }
        buffer[size] = (byte) frame;
        buffer[size + 1] = (byte) (frame >>> Byte.SIZE);
        buffer[size + 2] = (byte) length;
        buffer[size + 3] = (byte) (length >>> Byte.SIZE);
        System.arraycopy(text, from, buffer, size + HEAD, length);
        size += HEAD + length;
    }

    /// Ends the arguments of a goroutine: where they lie; [#size] bytes from there.
    long end() {
        return arena.store(buffer, 0, size);
    }

    /// Bytes of the arguments of the latest goroutine.
    int size() {
        return size;
    }

    /// Packs the arguments at a place.
    void pack(long place, int bytes, ArgumentWords words) {
        words.begin();
        if (bytes == 0) {
            return;
        }
        byte[] chunk = arena.chunk(place);
        int at = ByteArena.offset(place);
        int to = at + bytes;
        while (at < to) {
            int frame = (chunk[at] & 0xff) | (chunk[at + 1] & 0xff) << Byte.SIZE;
            int length = (chunk[at + 2] & 0xff) | (chunk[at + 3] & 0xff) << Byte.SIZE;
            words.addFrame(frame, chunk, at + HEAD, at + HEAD + length);
            at += HEAD + length;
        }
    }
}
