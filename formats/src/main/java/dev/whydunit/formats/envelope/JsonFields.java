package dev.whydunit.formats.envelope;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The fields of one JSON object that stands on a line, read forgivingly: what is damaged or cut ends where it ends.
///
/// Fields of nested objects are named with a dot: `error.stack`. Elements of arrays are passed over.
public final class JsonFields {
    private static final int DEEPEST = 6;
    private static final int MOST_FIELDS = 500;

    private final byte[] text;
    private final int to;
    private int at;
    private final List<Field> fields = new ArrayList<>();

    /// @param value a string's decoded bytes, or the text of a number or word
    public record Field(String name, byte[] value, boolean isString) {
        public String text() {
            return new String(value, StandardCharsets.UTF_8);
        }
    }

    private JsonFields(byte[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = to;
    }

    /// All fields; empty where there is no object.
    public static List<Field> of(byte[] text, int from, int to) {
        var reader = new JsonFields(text, from, to);
        reader.object("", 0);
        return List.copyOf(reader.fields);
    }

    private int peek() {
        while (at < to && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) {
            at++;
        }
        return at < to ? text[at] : -1;
    }

    /// Reads an object; false where it is damaged, and reading ends.
    private boolean object(String prefix, int depth) {
        if (peek() != '{' || depth == DEEPEST) {
            return false;
        }
        at++;
        while (peek() == '"' && fields.size() < MOST_FIELDS) {
            var name = prefix + new String(string(), StandardCharsets.UTF_8);
            if (peek() != ':') {
                return false;
            }
            at++;
            if (!value(name, depth)) {
                return false;
            }
            if (peek() == ',') {
                at++;
            }
        }
        if (peek() != '}') {
            return false;
        }
        at++;
        return true;
    }

    private boolean value(String name, int depth) {
        switch (peek()) {
            case '"' -> {
                fields.add(new Field(name, string(), true));
                return true;
            }
            case '{' -> {
                return object(name + ".", depth + 1);
            }
            case '[' -> {
                return array();
            }
            case -1 -> {
                return false;
            }
            default -> {
                int start = at;
                while (at < to && ",}] \t".indexOf(text[at]) < 0) {
                    at++;
                }
                fields.add(new Field(name, Arrays.copyOfRange(text, start, at), false));
                return at > start;
            }
        }
    }

    private boolean array() {
        int depth = 0;
        while (at < to) {
            switch (text[at]) {
                case '"' -> string();
                case '[', '{' -> {
                    depth++;
                    at++;
                }
                case ']', '}' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    /// Decodes the string that begins here.
    private byte[] string() {
        at++;
        int start = at;
        while (at < to && text[at] != '"' && text[at] != '\\') {
            at++;
        }
        var decoded = new ByteArrayOutputStream(at - start + 16);
        decoded.write(text, start, at - start);
        while (at < to && text[at] != '"') {
            if (text[at] == '\\') {
                at = Escapes.decode(text, at, to, decoded);
            } else {
                decoded.write(text[at++]);
            }
        }
        at = Math.min(to, at + 1);
        return decoded.toByteArray();
    }
}
