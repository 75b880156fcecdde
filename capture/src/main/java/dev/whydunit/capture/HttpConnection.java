package dev.whydunit.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/// Over HTTP and HTTPS, directly: neither a proxy of the environment nor a redirect leads to another host.
public final class HttpConnection implements Connection {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Endpoint endpoint;
    private final HttpClient client;

    /// @param trust what signs the server's certificate, where it is not the system's
    public HttpConnection(Endpoint endpoint, Optional<SSLContext> trust) {
        this.endpoint = endpoint;
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT);
        trust.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    @Override
    public Answer get(String target, long mostBytes, Duration timeout) throws IOException {
        var request = HttpRequest.newBuilder(endpoint.server().resolve(target)).GET();
        endpoint.headers().forEach(header -> request.header(header.name(), header.value()));
        var answer = client.sendAsync(request.build(), BodyHandlers.ofInputStream())
                .thenCompose(response ->
                        CompletableFuture.supplyAsync(() -> read(response.statusCode(), response.body(), mostBytes)));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no whole answer within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause() == null ? e : e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Answer read(int status, InputStream body, long mostBytes) {
        int most = (int) Math.clamp(mostBytes, 0, Integer.MAX_VALUE - 8L);
        try (body) {
            byte[] bytes = body.readNBytes(most + 1);
            return new Answer(status, bytes.length > most ? Arrays.copyOf(bytes, most) : bytes, bytes.length > most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The kind of error says enough; its text might quote a header.
    private static String reason(Throwable error) {
        return switch (error) {
            case ConnectException _ -> "connection refused";
            case SSLException _ -> "the TLS handshake failed: give the certificate's signer with --ca";
            default -> "the connection broke (" + error.getClass().getSimpleName() + ")";
        };
    }
}
