package dev.whydunit.formats.goroutine;

import java.util.Map;
import java.util.TreeMap;

/// The pprof labels of a header: `service: users, path: "a,\"b\""`, quoted as Go quotes to ASCII where it is needed,
/// and
/// up to Go 1.26 always.
final class Labels {

    private final String text;
    private int at;

    private Labels(String text) {
        this.text = text;
    }

    /// The labels, sorted; those that cannot be read are left out.
    static Map<String, String> parse(String text) {
        return new Labels(text).parse();
    }

    private Map<String, String> parse() {
        var labels = new TreeMap<String, String>();
        while (skip(" ,")) {
            String key = word();
            if (!skip(" ") || text.charAt(at) != ':') {
                break;
            }
            at++;
            if (!skip(" ")) {
                break;
            }
            labels.put(key, word());
        }
        return labels;
    }

    /// Skips these characters; false at the end of the text.
    private boolean skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length();
    }

    private String word() {
        if (text.charAt(at) == '"') {
            return quoted();
        }
        int from = at;
        while (at < text.length() && ":,".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at).strip();
    }

    private String quoted() {
        var plain = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
                escape(plain);
            } else {
                plain.append(text.charAt(at++));
            }
        }
        at++;
        return plain.toString();
    }

    private void escape(StringBuilder plain) {
        char c = text.charAt(at++);
        switch (c) {
            case 'a' -> plain.append('\u0007');
            case 'b' -> plain.append('\b');
            case 'f' -> plain.append('\f');
            case 'n' -> plain.append('\n');
            case 'r' -> plain.append('\r');
            case 't' -> plain.append('\t');
            case 'v' -> plain.append('\u000b');
            case 'x' -> codePoint(plain, 2);
            case 'u' -> codePoint(plain, 4);
            case 'U' -> codePoint(plain, 8);
            default -> plain.append(c);
        }
    }

    private void codePoint(StringBuilder plain, int digits) {
        int value = 0;
        int read = 0;
        while (read < digits && at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
            value = value << 4 | Character.digit(text.charAt(at++), 16);
            read++;
        }
        plain.appendCodePoint(Character.isValidCodePoint(value) ? value : 0xfffd);
    }
}
