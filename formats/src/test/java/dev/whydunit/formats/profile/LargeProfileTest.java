package dev.whydunit.formats.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.formats.ParseOutcome;
import dev.whydunit.formats.reading.Inputs;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/// Large profiles are read from a stream: what is held is a few bytes for each frame, not the input.
class LargeProfileTest {
    private static final int SAMPLES = 400_000;
    private static final int DEPTH = 30;

    /// Four bytes for each frame, eight for each value, and the tables beside them.
    private static final long MOST_BYTES = 100L << 20;

    @Test
    void samplesTakeFourBytesForEachFrame() {
        var decoder = new PprofDecoder(new Repeated());
        decoder.decode();

        assertThat(decoder.broken()).isEmpty();
        assertThat(decoder.tables.sampleCount()).isEqualTo(SAMPLES);
        assertThat(usedAfterCollection()).isLessThan(MOST_BYTES);
        assertThat(decoder.tables.resolvedSamples().size()).isEqualTo(SAMPLES);
    }

    @Test
    void aMillionEmptyFieldsEndInAnOutcome() {
        var fields = new ProtoBytes().message(1, new ProtoBytes().number(1, 1).number(2, 2));
        for (int i = 0; i < 1_000_000; i++) {
            fields.text(6, "");
        }

        assertThat(Inputs.pprof(fields.toBytes())).isInstanceOf(ParseOutcome.Parsed.class);
    }

    private static long usedAfterCollection() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// One sample type, then the same sample again and again: 40 MB that exist nowhere.
    private static final class Repeated extends InputStream {
        private final byte[] sample = sample();
        private byte[] current = new ProtoBytes()
                .message(1, new ProtoBytes().number(1, 1).number(2, 2))
                .toBytes();
        private int at;
        private int left = SAMPLES;

        private static byte[] sample() {
            var stack = new long[DEPTH];
            for (int i = 0; i < DEPTH; i++) {
                stack[i] = 50_000L + i;
            }
            return new ProtoBytes()
                    .message(2, new ProtoBytes().packed(1, stack).packed(2, 1))
                    .toBytes();
        }

        @Override
        public int read() {
            if (at == current.length) {
                if (left-- <= 0) {
                    return -1;
                }
                current = sample;
                at = 0;
            }
            return current[at++] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            int read = 0;
            while (read < length) {
                int next = read();
                if (next < 0) {
                    return read == 0 ? -1 : read;
                }
                target[from + read++] = (byte) next;
            }
            return read;
        }
    }
}
