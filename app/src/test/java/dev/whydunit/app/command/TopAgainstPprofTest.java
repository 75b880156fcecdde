package dev.whydunit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `top` prints what `go tool pprof -top` printed for the same file, byte for byte. What pprof was asked for stands in
/// the name of its text: `NAME.cum.top.txt`, `NAME.first-5.top.txt`, `NAME.alloc_space.top.txt`, `NAME.top.txt`.
class TopAgainstPprofTest {
    private static final Path FIXTURES = Path.of("../formats/src/test/fixtures/pprof");
    private static final String SUFFIX = ".top.txt";

    static Stream<String> expectedTexts() throws IOException {
        try (var files = Files.list(FIXTURES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("expectedTexts")
    void printsWhatPprofPrints(String expected) throws IOException {
        var run = RecordedRun.of(arguments(expected).toArray(String[]::new));

        assertThat(run.out()).isEqualTo(Files.readString(FIXTURES.resolve(expected)));
        assertThat(run.status()).isZero();
    }

    private static List<String> arguments(String expected) throws IOException {
        var base = expected.substring(0, expected.length() - SUFFIX.length());
        var profile = FIXTURES.resolve(base + ".pb.gz");
        var arguments = new ArrayList<>(List.of("top"));
        if (!Files.exists(profile)) {
            int dot = base.lastIndexOf('.');
            profile = FIXTURES.resolve(base.substring(0, dot) + ".pb.gz");
            switch (base.substring(dot + 1)) {
                case "cum" -> arguments.add("-cum");
                case "first-5" -> arguments.addAll(List.of("-nodecount=5", "-sample_index=0"));
                default -> arguments.add("-" + base.substring(dot + 1));
            }
        }
        arguments.add(profile.toString());
        return arguments;
    }

    @Test
    void atLeastTwentyTextsAreCompared() throws IOException {
        assertThat(expectedTexts()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void aSampleTypeThatIsNotThereIsAMistake() {
        var run = RecordedRun.of(
                "top",
                "--sample-type",
                "wall",
                FIXTURES.resolve("stock-cpu.pb.gz").toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("whydunit: the profile has no sample type 'wall': give --sample-type one of samples, cpu\n");
    }

    @Test
    void aFileThatIsNoProfileSaysSo() {
        var run = RecordedRun.of("top", "pom.xml");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("pom.xml is no profile");
    }

    @Test
    void debugTextShowsTheNamesThatStandInIt() {
        var run = RecordedRun.of(
                "top", FIXTURES.resolve("../profile-text/stock-goroutine.txt").toString());

        assertThat(run.out()).contains("Type: goroutine", "main.main.func1");
    }
}
