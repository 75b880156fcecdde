package dev.whydunit.report.redact;

import java.util.List;
import java.util.regex.Pattern;

/// What secrets and names of machines and people look like in running text. In each pattern the group `value` is what
/// goes out.
final class SecretPatterns {

    /// One kind of secret.
    record Secret(String kind, Pattern pattern) {
        private static Secret of(String kind, String pattern) {
            return new Secret(kind, Pattern.compile(pattern));
        }
    }

    /// The longest and surest first: what one has replaced the next no longer sees.
    static final List<Secret> ALL = List.of(
            Secret.of("key", "(?<value>-----BEGIN [A-Z ]+-----.*?(?:-----END [A-Z ]+-----|$))"),
            Secret.of("token", "(?<value>\\beyJ[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]*)?)"),
            Secret.of("token", "(?i:\\b(?:bearer|basic|token)\\s+)(?<value>[A-Za-z0-9._~+/=-]{8,})"),
            Secret.of("userinfo", "(?<=://)(?<value>[^\\s/@\"'<>]+)(?=@)"),
            Secret.of(
                    "secret",
                    "(?i:[\\w-]*(?:passw(?:or)?d|passwd|secret|token|api[_-]?key|access[_-]?key|credential|authorization)"
                            + "[\\w-]*[\"']?\\s*[=:]\\s*[\"']?)(?<value>(?!bearer|basic|token-|userinfo-)[^\\s\"',;&}]{3,})"),
            Secret.of("token", "(?<value>\\b(?:AKIA|ASIA)[A-Z0-9]{12,}\\b)"),
            Secret.of(
                    "token",
                    "(?<value>\\b(?:gh[pousr]_|github_pat_|xox[abprs]-|sk-|sk_live_|glpat-|AIza|npm_)[A-Za-z0-9_-]{10,})"),
            Secret.of("email", "(?<value>\\b[\\w.%+-]+@[\\w-]+(?:\\.[\\w-]+)+)"),
            Secret.of(
                    "id",
                    "(?<value>\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b)"),
            Secret.of("token", "(?<value>\\b[0-9a-fA-F]{32,}\\b)"),
            Secret.of(
                    "token",
                    "(?<![\\w./+-])(?<value>(?=[\\w/+-]*\\d)(?=[\\w/+-]*[a-z])(?=[\\w/+-]*[A-Z])[A-Za-z0-9/+_-]{32,}={0,2})"
                            + "(?![\\w(]|\\.\\w)"),
            Secret.of("mac", "(?<value>\\b(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}\\b)"),
            Secret.of("ip", "(?<![\\w.])(?<value>(?:\\d{1,3}\\.){3}\\d{1,3})(?![\\w]|\\.\\d)"),
            Secret.of(
                    "ip",
                    "(?<![\\w:.])(?<value>(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|(?=[0-9a-fA-F:]*[0-9a-fA-F]{2})"
                            + "(?:[0-9a-fA-F]{1,4}:){1,6}(?::[0-9a-fA-F]{1,4}){1,6}|::[0-9a-fA-F]{2,4})(?![\\w:])"),
            Secret.of(
                    "host",
                    "(?<=://)(?:userinfo-\\d+@)?(?<value>(?!HOST\\b)[A-Za-z0-9.-]+[A-Za-z0-9])(?=[:/?\\s\"']|$)"),
            Secret.of("host", "(?<=@)(?<value>[A-Za-z0-9.-]+)(?=[:/])"),
            Secret.of(
                    "host",
                    "(?<![\\w./-])(?<value>(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+"
                            + "(?:com|net|org|io|dev|internal|local|localdomain|svc|cluster|corp|lan|intra|app|cloud|example|test"
                            + "|de|uk|fr|eu|us|in|jp|cn|nl|ch|at|info|biz|ai|co))(?![\\w/-]|\\.\\w)"),
            Secret.of("pod", "(?<![\\w/.-])(?<value>[a-z][a-z0-9-]*-[a-f0-9]{6,10}-[a-z0-9]{5})(?![\\w-])"),
            Secret.of("user", "(?<=/home/|/Users/|\\\\Users\\\\)(?<value>[^/\\\\\\s:\"']+)"));

    private SecretPatterns() {}
}
