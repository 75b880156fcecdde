package dev.whydunit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.whydunit.evidence.Moment;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.formats.EvidenceReader;
import dev.whydunit.formats.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaptureTest {
    private static final String DUMP = "goroutine 7 [chan send, 9 minutes]:\nmain.work()\n\t/src/main.go:7 +0x1d\n\n";

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private long goroutines = 12;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var target = exchange.getRequestURI().toString();
            asked.add(target + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            if (target.contains("mutex")) {
                exchange.getResponseHeaders().set("Location", "http://elsewhere.invalid/");
                exchange.sendResponseHeaders(302, -1);
            } else if (target.contains("trace")) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                byte[] body = body(target).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    private String body(String target) {
        if (target.contains("debug=1")) {
            return "goroutine profile: total " + goroutines + "\n";
        }
        if (target.contains("cmdline")) {
            return "/bin/orders\0--password=hunter2\0secretword";
        }
        return target.contains("debug=2") ? DUMP : "page of " + target.replaceAll("[?].*", "") + "\n";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Manifest take() throws Exception {
        var endpoint = Endpoint.of(
                "http://user:pass0word@localhost:" + server.getAddress().getPort() + "/?token=t0ken", List.of());
        var options = new CaptureOptions(Duration.ofMillis(300), Optional.empty(), false, 1 << 20);
        return new Capture(
                        endpoint, new HttpConnection(endpoint, Optional.empty()), options, Clock.systemUTC(), _ -> {})
                .take(folder);
    }

    @Test
    void theFolderIsReadBackWithItsMoments() throws Exception {
        take();

        var dumps = new EvidenceReader()
                .read(List.of(folder), Limits.standard(), () -> false).evidence().stream()
                        .filter(GoroutineDump.class::isInstance)
                        .toList();

        assertThat(dumps).isNotEmpty().allSatisfy(dump -> {
            assertThat(dump.origin().when().orElseThrow().source()).isEqualTo(Moment.Source.MANIFEST);
            assertThat(dump.origin().process().host()).isPresent();
        });
    }

    @Test
    void whatIsRefusedIsSaid() throws Exception {
        var refused = take().refused();

        assertThat(refused).extracting(Manifest.Refused::what).contains("mutex.pb.gz", "trace.out");
        assertThat(refused).extracting(Manifest.Refused::why).contains("status 404");
    }

    @Test
    void noCredentialIsWrittenDown() throws Exception {
        take();

        assertThat(asked).allMatch(target -> target.contains("token=t0ken") && target.contains("Basic "));
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain("pass0word", "t0ken", "hunter2", "secretword");
            }
        }
    }

    @Test
    void manyGoroutinesAreNotDumped() throws Exception {
        goroutines = Capture.MOST_GOROUTINES;

        take();

        assertThat(asked).noneMatch(target -> target.contains("debug=2") || target.contains("goroutineleak"));
    }

    @Test
    void aTriggerThatTheProcessCannotTellIsRefused() throws Exception {
        var endpoint = Endpoint.of("http://localhost:" + server.getAddress().getPort(), List.of());
        var options = new CaptureOptions(Duration.ofMillis(1), Optional.of(Trigger.parse("rss>80%")), false, 1 << 20);
        var capture = new Capture(
                endpoint, new HttpConnection(endpoint, Optional.empty()), options, Clock.systemUTC(), _ -> {});

        assertThatThrownBy(() -> capture.take(folder)).hasMessageContaining("does not tell rss in %");
    }

    @Test
    void aTriggerJoinsComparisons() {
        var figures = new MetricsPage(
                "process_resident_memory_bytes 900\ngo_gc_gomemlimit_bytes 1000\n".getBytes(StandardCharsets.UTF_8),
                OptionalDouble.of(5));

        assertThat(Trigger.parse("goroutines>10 or rss>80%").holds(figures)).isTrue();
        assertThat(Trigger.parse("goroutines>10 and rss>80%").holds(figures)).isFalse();
        assertThat(Trigger.parse("rss>=1KiB").holds(figures)).isFalse();
        assertThatThrownBy(() -> Trigger.parse("load>1")).hasMessageContaining("goroutines>10000");
    }
}
