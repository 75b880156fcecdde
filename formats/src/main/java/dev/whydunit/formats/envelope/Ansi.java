package dev.whydunit.formats.envelope;

import java.util.Arrays;

/// Colour codes of terminals (ECMA-48 control sequences), which loggers put into their lines.
final class Ansi {
    private static final byte ESCAPE = 0x1b;

    private Ansi() {}

    static boolean isIn(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == ESCAPE) {
                return true;
            }
        }
        return false;
    }

    /// The text without them.
    static byte[] without(byte[] text, int from, int to) {
        var plain = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            if (text[i] != ESCAPE) {
                plain[length++] = text[i];
            } else if (i + 1 < to && text[i + 1] == '[') {
                i += 2;
                while (i < to && (text[i] < '@' || text[i] > '~')) {
                    i++;
                }
            }
        }
        return Arrays.copyOf(plain, length);
    }
}
