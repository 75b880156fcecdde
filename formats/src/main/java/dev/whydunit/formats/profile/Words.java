package dev.whydunit.formats.profile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Machine words of a profile that was written as memory: 32 or 64 bits, little or big end first.
final class Words {
    private static final int HEADER_WORDS = 5;
    private static final int VERSION = 3;

    private final int bytes;
    private final boolean bigEndian;
    private long offset;
    private boolean ended;

    private Words(int bytes, boolean bigEndian) {
        this.bytes = bytes;
        this.bigEndian = bigEndian;
    }

    /// The kind of words in which the beginning reads 0, 3, 0, period, 0.
    static Optional<Words> of(byte[] head) {
        for (int bytes : new int[] {Integer.BYTES, Long.BYTES}) {
            for (boolean bigEndian : new boolean[] {false, true}) {
                var words = new Words(bytes, bigEndian);
                if (words.isHeader(head)) {
                    return Optional.of(words);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isHeader(byte[] head) {
        return head.length >= HEADER_WORDS * bytes
                && word(head, 0) == 0
                && word(head, 1) == VERSION
                && word(head, 2) == 0
                && word(head, 3) > 0
                && word(head, 4) == 0;
    }

    private long word(byte[] from, int index) {
        long word = 0;
        for (int i = 0; i < bytes; i++) {
            int at = index * bytes + (bigEndian ? i : bytes - 1 - i);
            word = word << 8 | (from[at] & 0xff);
        }
        return word;
    }

    /// Steps over the header; the period in microseconds.
    long header(InputStream stream) throws IOException {
        long period = 0;
        for (int i = 0; i < HEADER_WORDS; i++) {
            long word = next(stream);
            period = i == 3 ? word : period;
        }
        return period;
    }

    /// The next word; 0 at the end.
    long next(InputStream stream) throws IOException {
        byte[] raw = stream.readNBytes(bytes);
        offset += raw.length;
        if (raw.length < bytes) {
            ended = true;
            return 0;
        }
        return word(raw, 0);
    }

    boolean atEnd() {
        return ended;
    }

    long offset() {
        return offset;
    }
}
