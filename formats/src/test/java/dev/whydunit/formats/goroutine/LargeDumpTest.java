package dev.whydunit.formats.goroutine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.text.Segmenter;
import dev.whydunit.formats.text.TextReading;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a dump costs depends on its distinct stacks, and is bounded for a file that is made to cost.
class LargeDumpTest {

    private static final int GOROUTINES = 300_000;

    /// Numbers of 4,096 goroutines of each of three groups, with a dozen words each, take about 3 MB; the rest is what
    /// the virtual machine itself keeps.
    private static final long KEPT_BYTES = 24L << 20;

    private static void feed(Segmenter segmenter, String... lines) {
        var line = new Line();
        for (String text : lines) {
            byte[] bytes = text.getBytes(UTF_8);
            line.set(bytes, 0, bytes.length, 1, 0, bytes.length, Line.NO_TIME);
            segmenter.line(line);
        }
    }

    private static Segmenter segmenter(TextReading reading) {
        return new Segmenter(
                List.of(new GoroutineDumpFormat()),
                new SectionContext(TextReading.PATH, Origin.UNKNOWN, Limits.standard()),
                reading);
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void manyGoroutinesOfFewStacksTakeLittleMemory() {
        long before = usedBytes();
        var reading = new TextReading();
        var segmenter = segmenter(reading);
        for (int i = 1; i <= GOROUTINES; i++) {
            feed(
                    segmenter,
                    "goroutine " + i + " [select, " + i % 500 + " minutes]:",
                    "main.wait(0xc000" + Integer.toHexString(i) + ", {0x1, 0x2}, 0x" + Integer.toHexString(3 * i)
                            + "?)",
                    "\t/src/main.go:" + i % 3 + " +0x1d",
                    "created by main.main in goroutine 1",
                    "\t/src/main.go:9 +0x5d",
                    "");
        }
        segmenter.finish();
        var dump = reading.only(GoroutineDump.class);
        assertThat(usedBytes() - before).isLessThan(KEPT_BYTES);
        assertThat(dump.count()).isEqualTo(GOROUTINES);
        assertThat(dump.groups()).hasSize(3);
    }

    @Test
    void endlessStackIsElided() {
        var reading = new TextReading();
        var segmenter = segmenter(reading);
        feed(segmenter, "goroutine 1 [running]:");
        for (int i = 0; i < 100_000; i++) {
            feed(segmenter, "main.f" + i + "(0x1, 0x2)", "\t/src/main.go:" + i + " +0x1d");
        }
        segmenter.finish();
        var stack = reading.only(GoroutineDump.class).groups().getFirst().stack();
        assertThat(stack.elided()).isTrue();
        assertThat(stack.frames()).hasSizeLessThan(10_000);
    }

    @Test
    void stacksBeyondTheLimitAreCountedAndSaid() {
        var limits = new Limits(1L << 30, 1L << 30, 10, 1, 1 << 20, 100, 5, 1);
        var reading = new TextReading();
        var segmenter = new Segmenter(
                List.of(new GoroutineDumpFormat()),
                new SectionContext(TextReading.PATH, Origin.UNKNOWN, limits),
                reading);
        for (int i = 1; i <= 20; i++) {
            feed(segmenter, "goroutine " + i + " [select]:", "main.f" + i + "()", "\t/src/main.go:1 +0x1d", "");
        }
        segmenter.finish();
        var dump = reading.only(GoroutineDump.class);
        assertThat(dump.groups()).hasSize(5);
        assertThat(dump.whole()).isFalse();
        assertThat(reading.gaps()).hasSize(1);
    }
}
