package dev.whydunit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnixConnectionTest {
    @TempDir
    Path folder;

    @Test
    void anAnswerComesThroughASocket() throws Exception {
        var socket = folder.resolve("s");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            var serving = Thread.ofVirtual().start(() -> {
                try (var client = server.accept()) {
                    client.read(ByteBuffer.allocate(1024));
                    client.write(
                            ByteBuffer.wrap("HTTP/1.0 200 OK\r\nA: b\r\n\r\nbody".getBytes(StandardCharsets.US_ASCII)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            var endpoint = Endpoint.of("http://localhost", List.of());

            var answer = new UnixConnection(socket, endpoint).get("/x", 3, Duration.ofSeconds(5));
            serving.join();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).asString().isEqualTo("bod");
            assertThat(answer.cut()).isTrue();
        }
    }
}
