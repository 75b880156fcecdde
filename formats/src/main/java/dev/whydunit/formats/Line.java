package dev.whydunit.formats;

import dev.whydunit.evidence.Cite;
import java.nio.charset.StandardCharsets;

/// One line of text after its envelope has come off, as a view into a buffer that is used again for the next line:
/// nothing may keep a `Line` or its buffer, only what was copied out of it.
///
/// The text excludes the line end (`\n` or `\r\n`). The place is that of the line in the user's own file, envelope
/// included; several lines that were escaped in one field of one log line share that line's place.
public final class Line {

    /// No time is known for a line.
    public static final long NO_TIME = Long.MIN_VALUE;

    private byte[] buffer = new byte[0];
    private int from;
    private int to;
    private long number;
    private long placeFrom;
    private long placeTo;
    private long epochNanos = NO_TIME;

    /// Points this view at another line.
    ///
    /// @param buffer     holds the text in `[from, to)`
    /// @param number     one-based line number in the user's file
    /// @param placeFrom  first byte of the line in the user's file
    /// @param placeTo    one past its last byte there, without the line end
    /// @param epochNanos time of the line in nanoseconds since 1970, or [#NO_TIME]
    public void set(byte[] buffer, int from, int to, long number, long placeFrom, long placeTo, long epochNanos) {
        this.buffer = buffer;
        this.from = from;
        this.to = to;
        this.number = number;
        this.placeFrom = placeFrom;
        this.placeTo = placeTo;
        this.epochNanos = epochNanos;
    }

    public byte[] buffer() {
        return buffer;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public int length() {
        return to - from;
    }

    public boolean isEmpty() {
        return from == to;
    }

    public long number() {
        return number;
    }

    public long placeFrom() {
        return placeFrom;
    }

    public long placeTo() {
        return placeTo;
    }

    public long epochNanos() {
        return epochNanos;
    }

    /// The byte at an index from the start of the text; -1 past its end.
    public int at(int index) {
        return index >= 0 && from + index < to ? buffer[from + index] & 0xff : -1;
    }

    /// Whether the text begins with these bytes at an index.
    public boolean startsWith(byte[] prefix, int index) {
        int start = from + index;
        if (index < 0 || start + prefix.length > to) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (buffer[start + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether the text begins with these bytes.
    public boolean startsWith(byte[] prefix) {
        return startsWith(prefix, 0);
    }

    /// The index of the first occurrence of these bytes at or after an index; -1 if there is none.
    public int indexOf(byte[] needle, int index) {
        int last = to - from - needle.length;
        for (int i = Math.max(0, index); i <= last; i++) {
            if (startsWith(needle, i)) {
                return i;
            }
        }
        return -1;
    }

    /// The index of the first occurrence of a byte at or after an index; -1 if there is none.
    public int indexOf(char ascii, int index) {
        for (int i = from + Math.max(0, index); i < to; i++) {
            if (buffer[i] == ascii) {
                return i - from;
            }
        }
        return -1;
    }

    /// A part of the text, decoded as UTF-8 (bad bytes become U+FFFD).
    public String text(int start, int end) {
        return new String(buffer, from + start, end - start, StandardCharsets.UTF_8);
    }

    /// The whole text, decoded as UTF-8 (bad bytes become U+FFFD).
    public String text() {
        return text(0, length());
    }

    /// The place of this line in an input.
    public Cite cite(String path) {
        return new Cite(path, number, placeFrom, placeTo);
    }
}
