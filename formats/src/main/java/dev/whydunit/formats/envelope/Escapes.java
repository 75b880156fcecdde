package dev.whydunit.formats.envelope;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Escape sequences of JSON strings, which `strconv.Quote` of Go shares for the most part.
final class Escapes {
    private static final int HEX = 16;
    private static final int UNICODE_DIGITS = 4;
    private static final int BYTE_DIGITS = 2;

    private Escapes() {}

    /// Decodes the sequence at an index.
    ///
    /// @return the index after it
    static int decode(byte[] text, int at, int to, ByteArrayOutputStream into) {
        if (at + 1 >= to) {
            return to;
        }
        return switch (text[at + 1]) {
            case 'n' -> single('\n', at, into);
            case 't' -> single('\t', at, into);
            case 'r' -> single('\r', at, into);
            case 'b' -> single('\b', at, into);
            case 'f' -> single('\f', at, into);
            case 'u' -> unicode(text, at, to, into);
            case 'x' -> hexByte(text, at, to, into);
            default -> single((char) (text[at + 1] & 0xff), at, into);
        };
    }

    private static int single(char decoded, int at, ByteArrayOutputStream into) {
        into.write(decoded);
        return at + 2;
    }

    private static int hexByte(byte[] text, int at, int to, ByteArrayOutputStream into) {
        int value = hex(text, at + 2, to, BYTE_DIGITS);
        if (value < 0) {
            return single('x', at, into);
        }
        into.write(value);
        return at + 2 + BYTE_DIGITS;
    }

    private static int unicode(byte[] text, int at, int to, ByteArrayOutputStream into) {
        int unit = hex(text, at + 2, to, UNICODE_DIGITS);
        if (unit < 0) {
            return single('u', at, into);
        }
        int end = at + 2 + UNICODE_DIGITS;
        int codePoint = unit;
        if (Character.isHighSurrogate((char) unit) && end + 1 < to && text[end] == '\\' && text[end + 1] == 'u') {
            int low = hex(text, end + 2, to, UNICODE_DIGITS);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                codePoint = Character.toCodePoint((char) unit, (char) low);
                end += 2 + UNICODE_DIGITS;
            }
        }
        into.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
        return end;
    }

    private static int hex(byte[] text, int from, int to, int digits) {
        if (from + digits > to) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text[i], HEX);
            if (digit < 0) {
                return -1;
            }
            value = value * HEX + digit;
        }
        return value;
    }
}
