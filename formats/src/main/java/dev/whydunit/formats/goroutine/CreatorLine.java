package dev.whydunit.formats.goroutine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whydunit.formats.Line;

/// `created by main.main in goroutine 1`, taken apart into fields that the next one overwrites; up to Go 1.20 without
/// the goroutine.
final class CreatorLine {

    private static final byte[] CREATED_BY = "created by ".getBytes(US_ASCII);
    private static final byte[] IN_GOROUTINE = " in goroutine ".getBytes(US_ASCII);

    /// Digits of a goroutine number that surely fit a `long`.
    private static final int MOST_DIGITS = 18;

    private int nameFrom;
    private int nameTo;
    private long parent;

    static boolean begins(Line line) {
        return line.startsWith(CREATED_BY);
    }

    /// Reads a line that [#begins].
    void read(Line line) {
        byte[] text = line.buffer();
        nameFrom = line.from() + CREATED_BY.length;
        nameTo = line.to();
        parent = MemberColumns.NONE;
        int digits = nameTo;
        while (digits > nameFrom && text[digits - 1] >= '0' && text[digits - 1] <= '9') {
            digits--;
        }
        int marker = digits - IN_GOROUTINE.length;
        int count = nameTo - digits;
        if (count > 0 && count <= MOST_DIGITS && line.startsWith(IN_GOROUTINE, marker - line.from())) {
            parent = number(text, digits, nameTo);
            nameTo = Math.max(nameFrom, marker);
        }
    }

    private static long number(byte[] text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    /// Index in the line's buffer.
    int nameFrom() {
        return nameFrom;
    }

    int nameTo() {
        return nameTo;
    }

    /// The creator's number, or [MemberColumns#NONE].
    long parent() {
        return parent;
    }
}
