package dev.whydunit.report.redact;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the values out of a line of a log: what is quoted, what stands after `=`, what holds digits. Lines that the Go
/// runtime prints stay: they hold functions, files, lines and addresses, no values.
final class LineMask {
    private static final List<Pattern> RUNTIME_LINES = List.of(
            Pattern.compile("goroutine \\d+ .*\\[[^\"]*\\]:?"),
            Pattern.compile("\\s*\\S+\\.(?:go|s|c|cc|h):\\d+(?: \\+0x[0-9a-f]+)?"),
            Pattern.compile("(?:created by )?[\\w./%\\[\\]()*·,-]+\\([0-9a-fx?, {}._…]*\\)?"),
            Pattern.compile("created by [\\w./%\\[\\]()*·-]+(?: in goroutine \\d+)?"),
            Pattern.compile("(?:panic|fatal error): (?:" + RuntimeMessage.PATTERN + ").*"),
            Pattern.compile("\\[signal [\\w: =]+\\]"),
            Pattern.compile("(?:exit status \\d+|gc \\d+ @.*|SCHED \\d+ms:.*|scav .*|pacer: .*|init \\S+ @.*)"),
            Pattern.compile("SIG[A-Z]+: [a-z ]+"),
            Pattern.compile("(?:goroutine|heap|threadcreate|goroutineleak) profile: .*"));

    private static final Pattern STAND_IN = Pattern.compile(
            "(?:host|ip|user|token|key|secret|userinfo|email|id|mac|pod|container|value|text|input)-\\d+");

    /// A key of JSON, which stays; or a quoted text, also one that is cut.
    private static final Pattern QUOTED = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"\\s*:|\"(?<value>(?:[^\"\\\\]|\\\\.)+)(?:\"|$)|(?<!\\w)'(?<single>[^']+)'");

    private static final Pattern ASSIGNED = Pattern.compile("(?<=[\\w\\]]=)(?<value>[^\\s\"',;&})]+)");

    /// A word with digits in it: a number, an id, a name with a number. Places in source are none.
    private static final Pattern NUMBERED = Pattern.compile("(?<![\\w./-])(?<value>[\\w-]*\\d[\\w-]*)(?![\\w./(-])");

    /// The time at the start of a line stays.
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}[-/]\\d\\d[-/]\\d\\d[T ][\\d:.,]+(?:Z|[+-]\\d\\d:?\\d\\d)?\\s|[A-Z][a-z]{2} +\\d+ [\\d:.]+\\s");

    private static final Pattern HARMLESS = Pattern.compile(
            "\\d{1,3}|\\d+(?:\\.\\d+)?(?:ns|us|µs|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB|%)|true|false|nil|null");

    private final StandIns standIns;

    LineMask(StandIns standIns) {
        this.standIns = standIns;
    }

    String of(String line) {
        if (isRuntimeLine(line)) {
            return line;
        }
        int time = timeEnd(line);
        return line.substring(0, time) + masked(line.substring(time));
    }

    private static int timeEnd(String line) {
        var matcher = TIME.matcher(line);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    private String masked(String line) {
        var masked = replace(QUOTED, line, this::quoted);
        masked = replace(ASSIGNED, masked, this::value);
        return replace(NUMBERED, masked, this::value);
    }

    private static boolean isRuntimeLine(String line) {
        var plain = line.strip().replace("\\n", "").replace("\\t", "");
        return RUNTIME_LINES.stream().anyMatch(pattern -> pattern.matcher(plain).matches());
    }

    private String quoted(String value) {
        return isRuntimeLine(value) ? value : value(value);
    }

    private String value(String value) {
        boolean stays =
                HARMLESS.matcher(value).matches() || STAND_IN.matcher(value).matches();
        return stays ? value : standIns.of("value", value);
    }

    private static String replace(Pattern pattern, String line, UnaryOperator<String> each) {
        var matcher = pattern.matcher(line);
        var out = new StringBuilder();
        while (matcher.find()) {
            int group = 1;
            while (group <= matcher.groupCount() && matcher.start(group) < 0) {
                group++;
            }
            if (group > matcher.groupCount()) {
                continue;
            }
            var whole = matcher.group();
            int from = matcher.start(group) - matcher.start();
            int to = matcher.end(group) - matcher.start();
            var replaced = whole.substring(0, from) + each.apply(matcher.group(group)) + whole.substring(to);
            matcher.appendReplacement(out, Matcher.quoteReplacement(replaced));
        }
        return matcher.appendTail(out).toString();
    }
}
