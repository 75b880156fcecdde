package dev.whydunit.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// HTTP/1.0 over a Unix socket, which the HTTP client of the JDK does not speak. The server closes the connection after
/// its answer (RFC 1945), so that no length and no chunks need to be understood.
public final class UnixConnection implements Connection {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MOST_HEADER_BYTES = 1 << 16;
    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_FROM = 9;
    private static final int STATUS_TO = 12;

    private final Path socket;
    private final Endpoint endpoint;

    public UnixConnection(Path socket, Endpoint endpoint) {
        this.socket = socket;
        this.endpoint = endpoint;
    }

    @Override
    public Answer get(String target, long mostBytes, Duration timeout) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                var clock = Executors.newSingleThreadScheduledExecutor(
                        job -> Thread.ofPlatform().daemon().unstarted(job))) {
            var closing = clock.schedule(
                    () -> {
                        channel.close();
                        return true;
                    },
                    timeout.toMillis(),
                    TimeUnit.MILLISECONDS);
            channel.connect(UnixDomainSocketAddress.of(socket));
            var request = ByteBuffer.wrap(request(target).getBytes(StandardCharsets.ISO_8859_1));
            while (request.hasRemaining()) {
                channel.write(request);
            }
            var answer = answer(read(channel, mostBytes + MOST_HEADER_BYTES), mostBytes);
            closing.cancel(false);
            clock.shutdownNow();
            return answer;
        }
    }

    private String request(String target) {
        var request = new StringBuilder("GET " + target + " HTTP/1.0\r\nHost: localhost\r\n");
        endpoint.headers()
                .forEach(header -> request.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n"));
        return request.append("\r\n").toString();
    }

    private static byte[] read(SocketChannel channel, long most) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(BUFFER_BYTES);
        while (bytes.size() <= most && channel.read(buffer) >= 0) {
            bytes.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return bytes.toByteArray();
    }

    private static Answer answer(byte[] bytes, long mostBytes) throws IOException {
        int end = 0;
        while (end < bytes.length && !startsWith(bytes, end)) {
            end++;
        }
        if (end == bytes.length || end < STATUS_TO) {
            throw new IOException("the answer is no HTTP");
        }
        var status = new String(bytes, STATUS_FROM, STATUS_TO - STATUS_FROM, StandardCharsets.US_ASCII);
        if (!status.chars().allMatch(Character::isDigit)) {
            throw new IOException("the answer is no HTTP");
        }
        int from = end + END_OF_HEADERS.length;
        boolean cut = bytes.length - from > mostBytes;
        return new Answer(
                Integer.parseInt(status),
                Arrays.copyOfRange(bytes, from, cut ? (int) (from + mostBytes) : bytes.length),
                cut);
    }

    private static boolean startsWith(byte[] bytes, int from) {
        return from + END_OF_HEADERS.length <= bytes.length
                && Arrays.equals(bytes, from, from + END_OF_HEADERS.length, END_OF_HEADERS, 0, END_OF_HEADERS.length);
    }
}
