package dev.whydunit.report.html;

import dev.whydunit.report.Printable;
import java.util.List;
import java.util.Locale;

/// Compact JSON for a script element: no text in it can end the element or begin a comment.
final class EmbeddedJson {
    private final StringBuilder out = new StringBuilder(1 << 14);

    EmbeddedJson raw(String text) {
        out.append(text);
        return this;
    }

    EmbeddedJson strings(List<String> values) {
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ",");
            string(values.get(i));
        }
        out.append(']');
        return this;
    }

    EmbeddedJson string(String value) {
        out.append('"');
        var text = Printable.line(value);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '<' || c == '>' || c == '&' || Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
