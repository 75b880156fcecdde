package dev.whydunit.formats.time;

import dev.whydunit.formats.Line;
import java.time.LocalDate;
import java.time.YearMonth;

/// Time stamps with their year at the beginning of a text: `2024-10-31T11:53:23.3312345Z`,
/// `2024-10-31 11:53:23,331 +0100`, `2024/10/31 11:53:23`. Without a zone they count as UTC.
public final class Timestamps {
    private static final int DATE_CHARS = 10;
    private static final int TIME_CHARS = 19;
    private static final long NANOS = 1_000_000_000L;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int FRACTION_DIGITS = 9;

    private Timestamps() {}

    /// @param nanos since 1970, or [Line#NO_TIME] where there is none
    /// @param end   index after it
    public record Stamp(long nanos, int end) {
        /// No time stamp stands there.
        public static final Stamp NONE = new Stamp(Line.NO_TIME, 0);

        public boolean isPresent() {
            return nanos != Line.NO_TIME;
        }
    }

    /// The time stamp that bytes begin with.
    public static Stamp leading(byte[] text, int from, int to) {
        if (to - from < TIME_CHARS || !shaped(text, from)) {
            return Stamp.NONE;
        }
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        int hour = number(text, from + 11, 2);
        int minute = number(text, from + 14, 2);
        int second = number(text, from + 17, 2);
        if (year < 1970 || month < 1 || month > 12 || day < 1 || hour < 0 || hour > 23 || minute < 0 || second < 0) {
            return Stamp.NONE;
        }
        if (day > YearMonth.of(year, month).lengthOfMonth() || year > 2200 || minute > 59 || second > 60) {
            return Stamp.NONE;
        }
        long seconds =
                LocalDate.of(year, month, day).toEpochDay() * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
        return withFraction(text, from + TIME_CHARS, to, seconds);
    }

    private static boolean shaped(byte[] text, int from) {
        byte dash = text[from + 4];
        byte middle = text[from + DATE_CHARS];
        return (dash == '-' || dash == '/')
                && text[from + 7] == dash
                && (middle == 'T' || middle == ' ')
                && text[from + 13] == ':'
                && text[from + 16] == ':';
    }

    private static Stamp withFraction(byte[] text, int from, int to, long seconds) {
        int at = from;
        long fraction = 0;
        if (at + 1 < to && (text[at] == '.' || text[at] == ',') && isDigit(text[at + 1])) {
            at++;
            int digits = 0;
            for (; at < to && isDigit(text[at]); at++) {
                if (digits < FRACTION_DIGITS) {
                    fraction = fraction * 10 + text[at] - '0';
                    digits++;
                }
            }
            for (; digits < FRACTION_DIGITS; digits++) {
                fraction *= 10;
            }
        }
        return withZone(text, at, to, seconds, fraction);
    }

    private static Stamp withZone(byte[] text, int from, int to, long seconds, long fraction) {
        if (from < to && text[from] == 'Z') {
            return new Stamp(seconds * NANOS + fraction, from + 1);
        }
        if (from + 5 <= to && (text[from] == '+' || text[from] == '-')) {
            int hours = number(text, from + 1, 2);
            int colon = text[from + 3] == ':' ? 1 : 0;
            int minutes = from + 5 + colon <= to ? number(text, from + 3 + colon, 2) : -1;
            if (hours >= 0 && minutes >= 0) {
                long offset = hours * 3600L + minutes * 60L;
                long utc = text[from] == '+' ? seconds - offset : seconds + offset;
                return new Stamp(utc * NANOS + fraction, from + 5 + colon);
            }
        }
        return new Stamp(seconds * NANOS + fraction, from);
    }

    /// The number that so many digits make; -1 where they are no digits.
    private static int number(byte[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            if (!isDigit(text[i])) {
                return -1;
            }
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
