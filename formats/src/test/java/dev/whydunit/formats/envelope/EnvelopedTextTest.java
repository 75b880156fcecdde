package dev.whydunit.formats.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.TextFormats;
import dev.whydunit.formats.reading.Inputs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EnvelopedTextTest {
    private static final String TEXT = """
            dial tcp 10.0.0.7:5432: connect: connection refused
            goroutine 7 [chan send, 9 minutes]:
            main.work({0xc000012345, 0x5}, 0x1)
            \t/src/main.go:7 +0x1d
            created by main.main in goroutine 1
            \t/src/main.go:3 +0x25

            goroutine 8 [select]:
            main.other()
            \t/src/main.go:17 +0x1d

            """;

    private record Named(String name, UnaryOperator<String> wrap) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String each(String text, UnaryOperator<String> line) {
        return text.lines().map(line).collect(Collectors.joining("\n")) + "\n";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    static Stream<Named> envelopes() {
        var stamp = "2024-10-31T11:53:23.331123456Z";
        return Stream.of(
                new Named("plain", text -> text),
                new Named(
                        "docker json",
                        text -> each(
                                text,
                                l -> "{\"log\":\"" + escaped(l) + "\\n\",\"stream\":\"stderr\",\"time\":\"" + stamp
                                        + "\"}")),
                new Named("cri", text -> each(text, l -> stamp + " stderr F " + l)),
                new Named(
                        "cri partial",
                        text -> each(
                                text,
                                l -> stamp + " stderr P " + l.substring(0, l.length() / 2) + "\n" + stamp + " stderr F "
                                        + l.substring(l.length() / 2))),
                new Named("kubectl", text -> each(text, l -> "[pod/orders-1/app] " + stamp + " " + l)),
                new Named("compose", text -> each(text, l -> "orders-1  | " + l)),
                new Named("actions", text -> each(text, l -> stamp + " " + l)),
                new Named("journald", text -> each(text, l -> "Oct 31 11:53:23 node orders[812]: " + l)),
                new Named("journald iso", text -> each(text, l -> "2024-10-31T11:53:23+0100 node orders[812]: " + l)),
                new Named("syslog", text -> each(text, l -> "<11>Oct 31 11:53:23 node orders[812]: " + l)),
                new Named(
                        "journal json",
                        text -> each(
                                text,
                                l ->
                                        "{\"_HOSTNAME\":\"node\",\"_PID\":\"812\",\"__REALTIME_TIMESTAMP\":\"1730375603331123\","
                                                + "\"MESSAGE\":\"" + escaped(l) + "\"}")),
                new Named("klog", text -> "E1031 11:53:23.331123       1 server.go:112] " + text),
                new Named(
                        "zap",
                        text -> "{\"level\":\"error\",\"ts\":1730375603.33,\"msg\":\"failed\",\"stack\":\""
                                + escaped(text) + "\"}\n"),
                new Named(
                        "slog",
                        text -> "{\"time\":\"" + stamp + "\",\"msg\":\"x\",\"error\":{\"stack\":\"" + escaped(text)
                                + "\"}}\n"),
                new Named(
                        "logrus", text -> "time=\"2024-10-31T11:53:23Z\" level=error msg=\"" + escaped(text) + "\"\n"),
                new Named("colours", text -> each(text, l -> "\u001b[31m" + l + "\u001b[0m")),
                new Named("byte order mark", text -> "\ufeff" + text),
                new Named("crlf", text -> text.replace("\n", "\r\n")));
    }

    private record Read(List<Evidence> evidence, List<Gap> gaps) {
        private <T extends Evidence> List<T> all(Class<T> type) {
            return evidence.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    private static Read read(byte[] bytes) {
        var read = new Read(new ArrayList<>(), new ArrayList<>());
        new EnvelopedText(TextFormats.all(), Limits.standard()).read(Inputs.content(bytes), new EvidenceSink() {
            @Override
            public void evidence(Evidence piece) {
                read.evidence().add(piece);
            }

            @Override
            public void gap(Gap gap) {
                read.gaps().add(gap);
            }
        });
        return read;
    }

    private static Read read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Integer> groupSizes(Read read) {
        return read.all(GoroutineDump.class).stream()
                .flatMap(dump -> dump.groups().stream())
                .map(group -> Math.toIntExact(group.count()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void anEnvelopeChangesNothing(Named envelope) {
        var read = read(envelope.wrap().apply(TEXT));

        assertThat(read.all(GoroutineDump.class)).hasSize(1);
        assertThat(groupSizes(read)).isEqualTo(groupSizes(read(TEXT))).hasSize(2);
        assertThat(read.all(LogClue.class))
                .extracting(clue -> clue.peer().orElse(""))
                .containsExactly("10.0.0.7:5432");
        assertThat(read.gaps()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void envelopesNest(Named envelope) {
        var inner =
                "{\"level\":\"error\",\"ts\":1730375603.33,\"msg\":\"failed\",\"stack\":\"" + escaped(TEXT) + "\"}\n";

        assertThat(groupSizes(read(envelope.wrap().apply(inner)))).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void damagedInputEndsInAnOutcome(Named envelope) {
        byte[] whole = envelope.wrap().apply(TEXT).getBytes(StandardCharsets.UTF_8);
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(read(damaged)).isNotNull();
        }
    }

    @Test
    void interleavedPodsAreTwoProcesses() {
        var first = TEXT.lines().toList();
        var text = new StringBuilder();
        for (var line : first) {
            text.append("[pod/a-1/app] ").append(line).append('\n');
            text.append("[pod/b-2/app] ").append(line).append('\n');
        }

        var dumps = read(text.toString()).all(GoroutineDump.class);

        assertThat(dumps)
                .extracting(dump -> dump.origin().process().pod().orElse(""))
                .containsExactly("a-1", "b-2");
    }

    @Test
    void newestFirstIsTurnedRound() {
        var lines = new ArrayList<>(TEXT.lines().toList());
        var stamped = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            stamped.add("Oct 31 11:53:%02d node orders[812]: %s".formatted(10 + i, lines.get(i)));
        }

        assertThat(groupSizes(read(String.join("\n", stamped.reversed())))).hasSize(2);
    }

    @Test
    void newestFirstWithinOneSecondIsToldByItsStacks() {
        var stamped = TEXT.lines()
                .map(line -> "Oct 31 11:53:10 node orders[812]: " + line)
                .toList();

        assertThat(groupSizes(read(String.join("\n", stamped.reversed())))).hasSize(2);
        assertThat(groupSizes(read(String.join("\n", stamped)))).hasSize(2);
    }

    @Test
    void aCrashMayStandUpsideDown() {
        var stamped = ("fatal error: sync: unlock of unlocked mutex\n\n" + TEXT)
                .lines()
                .map(line -> "Oct 31 11:53:10 node orders[812]: " + line)
                .toList();

        assertThat(read(String.join("\n", stamped.reversed())).all(Crash.class))
                .extracting(Crash::message)
                .containsExactly("sync: unlock of unlocked mutex");
    }

    @Test
    void theMomentIsThatOfTheEnvelope() {
        var dump = read("2024-10-31T11:53:23Z " + TEXT.replace("\n", "\n2024-10-31T11:53:24Z "))
                .all(GoroutineDump.class)
                .getFirst();

        assertThat(dump.origin().when().orElseThrow().at()).hasToString("2024-10-31T11:53:24Z");
    }
}
