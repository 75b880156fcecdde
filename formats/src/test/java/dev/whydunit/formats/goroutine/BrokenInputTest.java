package dev.whydunit.formats.goroutine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.whydunit.evidence.goroutine.Goroutine;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.TextFormats;
import dev.whydunit.formats.crash.CrashFormat;
import dev.whydunit.formats.crash.ProcessEndFormat;
import dev.whydunit.formats.text.TextReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Recorded dumps and crashes, cut at every line and with flipped bits: there is an outcome, never an exception,
/// and all of it can be looked at.
class BrokenInputTest {

    private static final TextFormat[] FORMATS = {new GoroutineDumpFormat(), new CrashFormat(), new ProcessEndFormat()};
    private static final int FLIPS = 300;
    private static final long SEED = 20_260_101;

    static Stream<Path> recordings() throws IOException {
        try (var files = Files.list(Path.of("src/test/fixtures/goroutine/shop"))) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void noOtherFormatClaimsThem(Path recording) throws IOException {
        byte[] bytes = Files.readAllBytes(recording);
        var all = TextFormats.all().toArray(TextFormat[]::new);
        assertThat(TextReading.of(bytes, all)).isEqualTo(TextReading.of(bytes, FORMATS));
    }

    private static void lookAtAll(byte[] bytes) {
        for (GoroutineDump dump : TextReading.of(bytes, FORMATS).all(GoroutineDump.class)) {
            for (var group : dump.groups()) {
                for (Goroutine member : group.members()) {
                    assertThat(member.cite().to()).isLessThanOrEqualTo(bytes.length);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void cutAtEveryLine(Path recording) throws IOException {
        byte[] bytes = Files.readAllBytes(recording);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lookAtAll(Arrays.copyOf(bytes, i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void flippedBits(Path recording) throws IOException {
        byte[] bytes = Files.readAllBytes(recording);
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = bytes.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatCode(() -> lookAtAll(flipped)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void linesDroppedAtRandom(Path recording) throws IOException {
        var lines = Files.readAllLines(recording);
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 30; i++) {
            var kept = lines.stream().filter(_ -> random.nextInt(10) > 0).toList();
            lookAtAll(String.join("\n", kept).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
