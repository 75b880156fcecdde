package dev.whydunit.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.crash.CrashFormat;
import dev.whydunit.formats.crash.ProcessEndFormat;
import dev.whydunit.formats.goroutine.GoroutineDumpFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read in ranges is the same as what is read line by line, wherever the ranges begin.
class RangedTextTest {

    private static final List<TextFormat> FORMATS =
            List.of(new GoroutineDumpFormat(), new CrashFormat(), new ProcessEndFormat());

    @TempDir
    private Path folder;

    private TextReading inRanges(String text, long rangeBytes) throws IOException {
        Path file = Files.writeString(folder.resolve("dump.txt"), text);
        var reading = new TextReading();
        var context = new SectionContext(TextReading.PATH, Origin.UNKNOWN, Limits.standard());
        var segmenter = new Segmenter(FORMATS, context, reading);
        try (var channel = FileChannel.open(file)) {
            var ranged = new RangedText(TextReading.content(new byte[0]), channel, FORMATS, context, segmenter);
            ranged.read(ranged.starts(rangeBytes), 2);
        }
        segmenter.finish();
        return reading;
    }

    private static TextReading inOrder(String text) {
        return TextReading.of(text.getBytes(StandardCharsets.UTF_8), FORMATS.toArray(TextFormat[]::new));
    }

    private void assertSame(String text) throws IOException {
        var expected = inOrder(text);
        for (long rangeBytes : new long[] {500, 2_000, 10_000}) {
            assertThat(inRanges(text, rangeBytes)).isEqualTo(expected);
        }
    }

    /// A dump with goroutines of all forms, and lines of others among them.
    private static String text(SplittableRandom random, double noise) {
        var text = new StringBuilder();
        int goroutines = 40 + random.nextInt(200);
        for (int i = 0; i < goroutines; i++) {
            header(text, random, i);
            frames(text, random, noise);
            text.append(random.nextInt(20) == 0 ? "" : "\n");
        }
        return text.toString();
    }

    private static void header(StringBuilder text, SplittableRandom random, int index) {
        String[] states = {
            "select", "chan receive (nil chan)", "IO wait, 3 minutes", "semacquire, 70 minutes, locked to thread"
        };
        boolean running = index == 0 || random.nextInt(200) == 0;
        String labels = random.nextInt(10) == 0 ? " labels:{\"a\": \"" + random.nextInt(3) + "\"}" : "";
        text.append("goroutine ").append(index + 1).append(" [");
        text.append(running ? "running" : states[random.nextInt(states.length)])
                .append(labels)
                .append("]:\n");
    }

    private static void frames(StringBuilder text, SplittableRandom random, double noise) {
        int depth = random.nextInt(5);
        for (int i = 0; i < depth; i++) {
            int function = random.nextInt(6);
            text.append("main.f").append(function).append("(0x").append(Integer.toHexString(random.nextInt(99)));
            text.append(random.nextInt(4) == 0 ? "?" : "").append(")\n");
            if (random.nextDouble() < noise) {
                text.append("2026/01/02 10:00:00 another thread\n");
            }
            text.append("\t/src/f.go:").append(function).append(" +0x1\n");
        }
        if (random.nextInt(8) > 0) {
            text.append("created by main.g in goroutine ")
                    .append(1 + random.nextInt(3))
                    .append("\n\t/src/g.go:2 +0x1\n");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rangesChangeNothing(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        assertSame(text(random, 0));
        assertSame(text(random, 0.02));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void rangesChangeNothingBelowACrash(long seed) throws IOException {
        String goroutines = text(new SplittableRandom(seed), 0.001);
        assertSame("panic: boom\n\n" + goroutines + "exit status 2\n");
        assertSame("log line\nfatal error: all goroutines are asleep - deadlock!\n\n" + goroutines);
        assertSame("SIGQUIT: quit\nPC=0x1 m=0 sigcode=0\n\n" + goroutines + "\nrax    0x1\n");
    }

    @Test
    void dumpThatIsCutIsCutInRangesToo() throws IOException {
        String whole = text(new SplittableRandom(21), 0);
        for (int cut = whole.length() - 120; cut < whole.length(); cut += 7) {
            assertSame(whole.substring(0, cut));
        }
    }

    @Test
    void rangesAreTakenOver() throws IOException {
        var text = new StringBuilder("goroutine 1 [running]:\nmain.main()\n\t/a.go:1 +0x1\n\n");
        for (int i = 2; i < 3_000; i++) {
            text.append("goroutine ").append(i).append(" [select]:\nmain.f(0x1)\n\t/src/a.go:1 +0x1\n\n");
        }
        assertThat(inRanges(text.toString(), 20_000).only(GoroutineDump.class).count())
                .isEqualTo(2_999);
    }

    @Test
    void windowsLineEndsChangeNothing() throws IOException {
        assertSame(text(new SplittableRandom(31), 0.01).replace("\n", "\r\n"));
    }
}
