package dev.whydunit.report.redact;

import dev.whydunit.report.Report;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts stand-ins into texts, paths and lines.
final class Redactor implements Report.Wording {
    private static final Pattern ENDING =
            Pattern.compile("(?:\\.(?:txt|log|json|jsonl|gz|zst|zip|tar|tgz|bz2|pb|pprof|prof|out|err))+$");
    private static final Pattern HOME = Pattern.compile("(?:/home/|/Users/|\\\\Users\\\\)([^/\\\\\\s:\"']+)");
    private static final String STANDARD_INPUT = "-";
    private static final String MEMBER = "!";

    private final StandIns standIns = new StandIns();
    private final LineMask mask = new LineMask(standIns);
    private final Known known;

    Redactor(Known known) {
        this.known = known;
    }

    @Override
    public String text(String text) {
        return withoutSecrets(known.without(text, standIns, line -> mask.of(withoutSecrets(line))));
    }

    private String withoutSecrets(String text) {
        var out = text;
        for (var secret : SecretPatterns.ALL) {
            var matcher = secret.pattern().matcher(out);
            if (matcher.find()) {
                out = replaced(matcher, secret.kind());
            }
        }
        return out;
    }

    private String replaced(Matcher matcher, String kind) {
        var out = new StringBuilder();
        matcher.reset();
        while (matcher.find()) {
            var whole = matcher.group();
            int from = matcher.start("value") - matcher.start();
            int to = matcher.end("value") - matcher.start();
            var standIn = standIns.of(kind, matcher.group("value"));
            matcher.appendReplacement(
                    out, Matcher.quoteReplacement(whole.substring(0, from) + standIn + whole.substring(to)));
        }
        return matcher.appendTail(out).toString();
    }

    /// A line of the user's own input.
    @Override
    public String line(String line) {
        return mask.of(text(line));
    }

    @Override
    public String path(String path) {
        return path.equals(STANDARD_INPUT)
                ? path
                : Stream.of(path.split(MEMBER, -1)).map(this::fileName).collect(Collectors.joining(MEMBER));
    }

    private String fileName(String part) {
        var ending = ENDING.matcher(part);
        return standIns.of("input", part) + (ending.find() ? ending.group() : "");
    }

    /// The path of a source file: the folders of the code stay.
    String sourcePath(String file) {
        var matcher = HOME.matcher(file);
        return matcher.find()
                ? file.substring(0, matcher.start(1))
                        + standIns.of("user", matcher.group(1))
                        + file.substring(matcher.end(1))
                : file;
    }

    String name(String kind, String value) {
        return standIns.of(kind, value);
    }

    /// The user whose home folder a path is in.
    static Stream<String> users(String path) {
        return HOME.matcher(path).results().map(result -> result.group(1));
    }
}
