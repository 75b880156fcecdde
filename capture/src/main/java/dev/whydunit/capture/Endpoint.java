package dev.whydunit.capture;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Where a process offers its profiles. Its credentials stay inside: no text made of it shows them.
public final class Endpoint {
    private static final String PROFILES = "/debug/pprof";

    private final URI server;
    private final String profiles;
    private final Optional<String> query;
    private final List<Header> headers;

    /// A header of each request.
    public record Header(String name, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Endpoint(URI server, String profiles, Optional<String> query, List<Header> headers) {
        this.server = server;
        this.profiles = profiles;
        this.query = query;
        this.headers = List.copyOf(headers);
    }

    /// @param url     `http://host:port`, with or without the path of the profiles
    /// @param headers sent with each request
    /// @throws IllegalArgumentException where it is no such URL; the message shows nothing of it that may be secret
    public static Endpoint of(String url, List<Header> headers) {
        URI uri;
        try {
            uri = URI.create(url.contains("://") ? url : "http://" + url);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("the URL cannot be read: write it like http://localhost:6060");
        }
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "only http and https URLs with a host are asked, " + "like http://localhost:6060");
        }
        var all = new ArrayList<>(headers);
        if (uri.getRawUserInfo() != null) {
            var encoded = Base64.getEncoder().encodeToString(uri.getUserInfo().getBytes(StandardCharsets.UTF_8));
            all.add(new Header("Authorization", "Basic " + encoded));
        }
        var server =
                URI.create(uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        return new Endpoint(server, profiles(uri.getRawPath()), Optional.ofNullable(uri.getRawQuery()), all);
    }

    private static String profiles(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        var trimmed = path.substring(0, end);
        int at = trimmed.indexOf(PROFILES);
        return at < 0 ? trimmed + PROFILES : trimmed.substring(0, at + PROFILES.length());
    }

    /// Scheme, host and port.
    public URI server() {
        return server;
    }

    List<Header> headers() {
        return headers;
    }

    /// The path and query of a profile, with the query that the URL had.
    String profile(String nameAndQuery) {
        return withQuery(profiles + "/" + nameAndQuery);
    }

    /// The path and query of the metrics.
    String metrics() {
        return withQuery(profiles.substring(0, profiles.length() - PROFILES.length()) + "/metrics");
    }

    private String withQuery(String target) {
        return query.map(own -> target + (target.contains("?") ? "&" : "?") + own)
                .orElse(target);
    }

    /// As it may be shown: without a user, a password or a query.
    @Override
    public String toString() {
        return server + profiles;
    }
}
