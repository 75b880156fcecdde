package dev.whydunit.formats.envelope;

import dev.whydunit.evidence.ProcessIdentity;
import dev.whydunit.formats.Line;
import java.nio.charset.StandardCharsets;

/// What the layers that came off so far say of the text that is left: a mutable view, used again for each line.
final class Message {
    byte[] buffer = new byte[0];
    int from;
    int to;
    long nanos = Line.NO_TIME;
    ProcessIdentity process = ProcessIdentity.UNKNOWN;
    /// `stdout` or `stderr`, where it is known.
    String output = "";
    /// The text goes on in the next message of the same process and output.
    boolean partial;

    Message() {}

    Message(Message other) {
        buffer = other.buffer;
        from = other.from;
        to = other.to;
        nanos = other.nanos;
        process = other.process;
        output = other.output;
        partial = other.partial;
    }

    static Message of(Line line) {
        var message = new Message();
        message.buffer = line.buffer();
        message.from = line.from();
        message.to = line.to();
        message.nanos = line.epochNanos();
        return message;
    }

    Message withText(byte[] text) {
        var other = new Message(this);
        other.buffer = text;
        other.from = 0;
        other.to = text.length;
        return other;
    }

    int at(int index) {
        return index >= 0 && from + index < to ? buffer[from + index] & 0xff : -1;
    }

    int length() {
        return to - from;
    }

    boolean startsWith(String ascii, int index) {
        if (index < 0 || from + index + ascii.length() > to) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (buffer[from + index + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The index of the first such byte at or after an index, before another one; -1 where there is none.
    int indexOf(char ascii, int index, int end) {
        for (int i = index; i < Math.min(end, length()); i++) {
            if (buffer[from + i] == ascii) {
                return i;
            }
        }
        return -1;
    }

    String text(int start, int end) {
        return new String(buffer, from + start, end - start, StandardCharsets.UTF_8);
    }
}
