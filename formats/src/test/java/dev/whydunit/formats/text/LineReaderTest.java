package dev.whydunit.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.formats.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static final int LIMIT = 1 << 20;

    private static List<String> lines(InputStream in, int longestLine) throws IOException {
        var reader = new LineReader(in, 0, longestLine);
        var line = new Line();
        var lines = new ArrayList<String>();
        while (reader.next(line)) {
            lines.add(line.text());
        }
        return lines;
    }

    private static List<String> lines(String text) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(UTF_8)), LIMIT);
    }

    @Test
    void endsOfLinesOfBothSystemsComeOff() throws IOException {
        assertThat(lines("one\r\ntwo\n\nfour\r\n\r\nlast")).containsExactly("one", "two", "", "four", "", "last");
    }

    @Test
    void nothingHasNoLine() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void newlineAtTheEndBeginsNoLine() throws IOException {
        assertThat(lines("one\n")).containsExactly("one");
    }

    @Test
    void placesPointIntoTheFile() throws IOException {
        var reader = new LineReader(new ByteArrayInputStream("ab\r\ncde\n".getBytes(UTF_8)), 100, LIMIT);
        var line = new Line();
        reader.next(line);
        reader.next(line);
        assertThat(line.number()).isEqualTo(2);
        assertThat(line.placeFrom()).isEqualTo(104);
        assertThat(line.placeTo()).isEqualTo(107);
    }

    @Test
    void linesThatSpanBlocksAndShortReadsComeWhole() throws IOException {
        var random = new SplittableRandom(7);
        var text = new StringBuilder();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 3_000; i++) {
            String line = "x".repeat(random.nextInt(2_500)) + i;
            expected.add(line);
            text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        var in = new ByteArrayInputStream(text.toString().getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(5_000)));
            }
        };
        assertThat(lines(in, LIMIT)).isEqualTo(expected);
    }

    @Test
    void longLineIsCutAndTheNextOneIsRead() throws IOException {
        byte[] text = ("short\n" + "y".repeat(3 << 20) + "\nnext\n").getBytes(UTF_8);
        var reader = new LineReader(new ByteArrayInputStream(text), 0, 1_000);
        var line = new Line();
        reader.next(line);
        reader.next(line);
        assertThat(line.text()).isEqualTo("y".repeat(1_000));
        reader.next(line);
        assertThat(line.text()).isEqualTo("next");
        assertThat(line.number()).isEqualTo(3);
        assertThat(line.placeFrom()).isEqualTo(6 + (3 << 20) + 1);
        assertThat(reader.cutLines()).isEqualTo(1);
    }

    @Test
    void endlessLineTakesBoundedMemory() throws IOException {
        long endless = 1L << 30;
        var in = new InputStream() {
            private long left = endless;

            @Override
            public int read() {
                return left-- > 0 ? 'z' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int count = (int) Math.min(length, left);
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
        var reader = new LineReader(in, 0, LIMIT);
        var line = new Line();
        assertThat(reader.next(line)).isTrue();
        assertThat(line.length()).isEqualTo(LIMIT);
        assertThat(reader.next(line)).isFalse();
    }
}
