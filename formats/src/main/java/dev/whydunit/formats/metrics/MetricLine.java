package dev.whydunit.formats.metrics;

import dev.whydunit.formats.Line;
import java.util.Optional;

/// One sample of the text page: `name{label="value"} 1.5e+06 1700000000000`.
///
/// @param labels what stands between the braces, as it is
record MetricLine(String name, String labels, double value) {

    static Optional<MetricLine> parse(Line line) {
        int end = nameEnd(line);
        if (end == 0) {
            return Optional.empty();
        }
        int at = end;
        var labels = "";
        if (line.at(at) == '{') {
            int close = closingBrace(line, at);
            if (close < 0) {
                return Optional.empty();
            }
            labels = line.text(at + 1, close);
            at = close + 1;
        }
        if (line.at(at) != ' ' && line.at(at) != '\t') {
            return Optional.empty();
        }
        var words = line.text(at, line.length()).strip().split("[ \t]+", -1);
        if (words.length > 2 || (words.length == 2 && !words[1].matches("-?[0-9]+"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MetricLine(line.text(0, end), labels, number(words[0])));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static double number(String word) {
        return switch (word) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(word);
        };
    }

    private static int nameEnd(Line line) {
        int at = 0;
        while (isNamePart(line.at(at)) && !(at == 0 && line.at(0) <= '9')) {
            at++;
        }
        return at;
    }

    private static boolean isNamePart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || (c >= '0' && c <= '9');
    }

    private static int closingBrace(Line line, int open) {
        boolean quoted = false;
        for (int at = open + 1; at < line.length(); at++) {
            int c = line.at(at);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return at;
            }
        }
        return -1;
    }

    /// The value of a label; empty where it has none.
    String label(String key) {
        int at = labels.startsWith(key + "=\"") ? 0 : labels.indexOf("," + key + "=\"");
        if (at < 0) {
            return "";
        }
        int from = labels.indexOf('"', at) + 1;
        int to = labels.indexOf('"', from);
        return to < 0 ? "" : labels.substring(from, to);
    }
}
