import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// Writes a CPU profile of the size that people report trouble with: samples of 30 frames over 60,000 locations of
/// 20,000 functions, one location in five with an inlined call. The same bytes each time.
///
/// ```
/// java bench/inputs/LargeProfile.java 1000000 /tmp/large.pb.gz
/// ```
final class LargeProfile {
    private static final int FUNCTIONS = 20_000;
    private static final int LOCATIONS = 60_000;
    private static final int DEPTH = 30;

    /// Frames at the leaf side that favour few locations, as real stacks do; the others are spread evenly.
    private static final int HOT_DEPTH = 10;

    private static final int FILES = 1_000;
    private static final int INLINED_ONE_IN = 5;
    private static final int FIRST_FUNCTION_NAME = 6;
    private static final long PERIOD_NANOS = 10_000_000;
    private static final long SEED = 1;

    private final Random random = new Random(SEED);

    public static void main(String[] arguments) throws IOException {
        int samples = Integer.parseInt(arguments[0]);
        try (OutputStream out = new GZIPOutputStream(
                new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1]))), 1 << 16)) {
            new LargeProfile().write(samples, out);
        }
    }

    private void write(int samples, OutputStream out) throws IOException {
        new Message().message(1, new Message().number(1, 1).number(2, 2)).to(out);
        new Message().message(1, new Message().number(1, 3).number(2, 4)).to(out);
        for (int i = 0; i < samples; i++) {
            long count = 1 + random.nextInt(20);
            new Message()
                    .message(2, new Message().packed(1, stack()).packed(2, new long[] {count, count * PERIOD_NANOS}))
                    .to(out);
        }
        code(out);
        for (String text : strings()) {
            new Message().text(6, text).to(out);
        }
        new Message()
                .number(9, 1_700_000_000_000_000_000L)
                .number(10, 60_000_000_000L)
                .message(11, new Message().number(1, 3).number(2, 4))
                .number(12, PERIOD_NANOS)
                .to(out);
    }

    private long[] stack() {
        var stack = new long[DEPTH];
        for (int depth = 0; depth < DEPTH; depth++) {
            double even = random.nextDouble();
            double place = depth < HOT_DEPTH ? even * even * even : even;
            stack[depth] = 1 + (long) (place * LOCATIONS);
        }
        return stack;
    }

    private void code(OutputStream out) throws IOException {
        new Message()
                .message(3, new Message().number(1, 1).number(2, 0x400000).number(3, 0x4000000).number(5, 5).number(7, 1))
                .to(out);
        for (int i = 1; i <= LOCATIONS; i++) {
            var location = new Message().number(1, i).number(2, 1).number(3, 0x400000 + 16L * i);
            if (i % INLINED_ONE_IN == 0) {
                location.message(4, new Message().number(1, 1 + random.nextInt(FUNCTIONS)).number(2, 7));
            }
            location.message(4, new Message().number(1, 1 + random.nextInt(FUNCTIONS)).number(2, 9));
            new Message().message(4, location).to(out);
        }
        for (int i = 1; i <= FUNCTIONS; i++) {
            long name = FIRST_FUNCTION_NAME + i - 1;
            long file = FIRST_FUNCTION_NAME + FUNCTIONS + i % FILES;
            new Message()
                    .message(5, new Message().number(1, i).number(2, name).number(3, name).number(4, file))
                    .to(out);
        }
    }

    private static List<String> strings() {
        var strings = new ArrayList<>(List.of("", "samples", "count", "cpu", "nanoseconds", "/usr/bin/service"));
        for (int i = 1; i <= FUNCTIONS; i++) {
            strings.add("example.com/service/pkg" + i % 300 + ".(*Type" + i % 77 + ").Method" + i);
        }
        for (int i = 0; i < FILES; i++) {
            strings.add("/src/example.com/service/pkg" + i % 300 + "/file" + i + ".go");
        }
        return strings;
    }

    /// A message of protocol buffers that is being written.
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message message(int field, Message message) {
            return bytes(field, message.bytes.toByteArray());
        }

        Message text(int field, String text) {
            return bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message packed(int field, long[] values) {
            var packed = new Message();
            for (long value : values) {
                packed.varint(value);
            }
            return message(field, packed);
        }

        private Message bytes(int field, byte[] content) {
            varint((long) field << 3 | 2);
            varint(content.length);
            bytes.writeBytes(content);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while (rest > 0x7f) {
                bytes.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        void to(OutputStream out) throws IOException {
            bytes.writeTo(out);
        }
    }
}
