package dev.whydunit.formats.profile;

import java.util.LinkedHashMap;
import java.util.Map;

/// Labels of goroutines as `debug=1` prints them: `{"tier":"x", "worker":"a b"}`.
///
/// Source: `runtime/pprof/label.go` (`labelMap.String`), which quotes as `strconv.Quote` does.
final class LabelText {
    private static final int MOST_LABELS = 100;

    private final String text;
    private int at;

    private LabelText(String text) {
        this.text = text;
    }

    static Map<String, String> parse(String text) {
        var labels = new LinkedHashMap<String, String>();
        var reader = new LabelText(text);
        while (labels.size() < MOST_LABELS && reader.skipTo('"')) {
            var key = reader.quoted();
            if (!reader.skipTo('"')) {
                break;
            }
            labels.put(key, reader.quoted());
        }
        return Map.copyOf(labels);
    }

    private boolean skipTo(char c) {
        int found = text.indexOf(c, at);
        at = found + 1;
        return found >= 0;
    }

    /// The rest of a quoted string, the quote before it is behind us.
    private String quoted() {
        var plain = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                escape(plain);
            } else {
                plain.append(c);
            }
        }
        at++;
        return plain.toString();
    }

    private void escape(StringBuilder plain) {
        char c = text.charAt(at++);
        switch (c) {
            case 'n' -> plain.append('\n');
            case 't' -> plain.append('\t');
            case 'r' -> plain.append('\r');
            case 'x' -> code(plain, 2);
            case 'u' -> code(plain, 4);
            case 'U' -> code(plain, 8);
            default -> plain.append(c);
        }
    }

    private void code(StringBuilder plain, int digits) {
        int value = 0;
        int end = Math.min(text.length(), at + digits);
        while (at < end && Hex.digit(text.charAt(at)) >= 0) {
            value = value << 4 | Hex.digit(text.charAt(at++));
        }
        plain.appendCodePoint(Character.isValidCodePoint(value) ? value : 0xfffd);
    }
}
