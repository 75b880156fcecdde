package dev.whydunit.formats.goroutine;

import java.util.ArrayList;
import java.util.List;

/// Strings of bytes, one after the other, in chunks that are never copied; none spans two.
final class ByteArena {

    /// The longest string.
    static final int CHUNK_BYTES = 1 << 18;

    private static final int CHUNK_SHIFT = 18;

    private final List<byte[]> chunks = new ArrayList<>();
    private int filled = CHUNK_BYTES;

    /// Stores bytes, at most [#CHUNK_BYTES]; the place where they lie.
    long store(byte[] source, int from, int bytes) {
        if (bytes > CHUNK_BYTES - filled) {
            chunks.add(new byte[CHUNK_BYTES]);
            filled = 0;
        }
        if (bytes == 0) {
            return 0;
        }
        System.arraycopy(source, from, chunks.getLast(), filled, bytes);
        long place = ((chunks.size() - 1L) << CHUNK_SHIFT) + filled;
        filled += bytes;
        return place;
    }

    /// Bytes of all chunks.
    long size() {
        return (long) chunks.size() << CHUNK_SHIFT;
    }

    /// The bytes among which a place lies, at its [#offset].
    byte[] chunk(long place) {
        return chunks.get((int) (place >>> CHUNK_SHIFT));
    }

    static int offset(long place) {
        return (int) place & CHUNK_BYTES - 1;
    }
}
