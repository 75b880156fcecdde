package dev.whydunit.report.json;

import java.util.Locale;

/// Writes JSON text with two spaces of indent. Values are written in order; there is no tree in between. A JSON library
/// would cost a fifth of a second at the start of every command.
public final class JsonWriter {

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean first = true;

    public JsonWriter object(Runnable members) {
        return nest('{', members, '}');
    }

    public JsonWriter array(Runnable elements) {
        return nest('[', elements, ']');
    }

    private JsonWriter nest(char open, Runnable inner, char close) {
        out.append(open);
        depth++;
        first = true;
        inner.run();
        depth--;
        if (!first) {
            newLine();
        }
        out.append(close);
        first = false;
        return this;
    }

    /// The key of the next value.
    public JsonWriter key(String name) {
        element();
        quote(name);
        out.append(": ");
        return this;
    }

    /// Begins an element of an array.
    public JsonWriter element() {
        if (!first) {
            out.append(',');
        }
        first = false;
        newLine();
        return this;
    }

    public JsonWriter string(String value) {
        quote(value);
        return this;
    }

    public JsonWriter number(long value) {
        out.append(value);
        return this;
    }

    /// A number with at most four decimals; JSON has no infinities, they become null.
    public JsonWriter number(double value) {
        if (Double.isFinite(value)) {
            String text = String.format(Locale.ROOT, "%.4f", value);
            int end = text.length();
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            out.append(text, 0, text.charAt(end - 1) == '.' ? end - 1 : end);
        } else {
            out.append("null");
        }
        return this;
    }

    /// `true` or `false`.
    public JsonWriter literal(boolean value) {
        out.append(value);
        return this;
    }

    public JsonWriter nothing() {
        out.append("null");
        return this;
    }

    private void newLine() {
        out.append('\n').repeat(' ', 2 * depth);
    }

    private void quote(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || (Character.isSurrogate(c) && !isPaired(value, i))) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isPaired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    @Override
    public String toString() {
        return out.append('\n').toString();
    }
}
