package dev.whydunit.formats.envelope;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Log lines of `key=value` pairs, as logrus and slog write them: `time=... level=error msg="..." stack="...\n..."`.
final class KeyValues {
    private static final List<String> BEGINNINGS = List.of("time=", "level=", "ts=", "t=");
    private static final int LONGEST_TIME = 40;
    private static final char QUOTE = '"';

    private KeyValues() {}

    static boolean isOne(Message message) {
        return BEGINNINGS.stream().anyMatch(beginning -> message.startsWith(beginning, 0));
    }

    /// The value of the first pair, where it is a time stamp in quotes or without.
    static Optional<byte[]> firstValue(Message message) {
        int equals = message.indexOf('=', 0, 8);
        if (equals < 0) {
            return Optional.empty();
        }
        int start = message.at(equals + 1) == QUOTE ? equals + 2 : equals + 1;
        int end = Math.clamp(message.length(), start, start + LONGEST_TIME);
        return Optional.of(Arrays.copyOfRange(message.buffer, message.from + start, message.from + end));
    }

    /// The decoded values in quotes.
    static List<byte[]> quoted(Message message) {
        var values = new ArrayList<byte[]>();
        int at = message.from;
        while (at < message.to) {
            if (message.buffer[at] == QUOTE && at > message.from && message.buffer[at - 1] == '=') {
                var decoded = new ByteArrayOutputStream();
                at++;
                while (at < message.to && message.buffer[at] != QUOTE) {
                    if (message.buffer[at] == '\\') {
                        at = Escapes.decode(message.buffer, at, message.to, decoded);
                    } else {
                        decoded.write(message.buffer[at++]);
                    }
                }
                values.add(decoded.toByteArray());
            }
            at++;
        }
        return values;
    }
}
