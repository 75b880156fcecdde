package dev.whydunit.formats.text;

import dev.whydunit.formats.Line;

/// Reads words and numbers from one line, left to right. What is not there is said by the return value; nothing
/// throws.
public final class LineScanner {
    private Line line = new Line();
    private int position;

    /// Starts at an index of a line.
    public LineScanner at(Line text, int index) {
        line = text;
        position = index;
        return this;
    }

    /// The index of the next byte.
    public int position() {
        return position;
    }

    /// Whether the line has ended.
    public boolean atEnd() {
        return position >= line.length();
    }

    /// The next byte; -1 at the end.
    public int peek() {
        return line.at(position);
    }

    /// Steps over one byte where it is the next.
    public boolean take(char ascii) {
        if (line.at(position) != ascii) {
            return false;
        }
        position++;
        return true;
    }

    /// Steps over an ASCII text where it is the next.
    public boolean take(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (line.at(position + i) != ascii.charAt(i)) {
                return false;
            }
        }
        position += ascii.length();
        return true;
    }

    /// Steps behind the next occurrence of an ASCII text; stays where there is none.
    public boolean skipPast(String ascii) {
        for (int at = position; at + ascii.length() <= line.length(); at++) {
            if (matches(ascii, at)) {
                position = at + ascii.length();
                return true;
            }
        }
        return false;
    }

    private boolean matches(String ascii, int at) {
        for (int i = 0; i < ascii.length(); i++) {
            if (line.at(at + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Steps over spaces and tabs.
    public void spaces() {
        while (line.at(position) == ' ' || line.at(position) == '\t') {
            position++;
        }
    }

    /// Whether a digit is next.
    public boolean atDigit() {
        return isDigit(line.at(position));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// A decimal integer with its sign, at most nineteen digits; `otherwise` where none is next.
    public long integer(long otherwise) {
        int at = position;
        boolean negative = line.at(at) == '-';
        if (negative || line.at(at) == '+') {
            at++;
        }
        int first = at;
        long value = 0;
        while (isDigit(line.at(at))) {
            value = at - first < 18 ? value * 10 + (line.at(at) - '0') : Long.MAX_VALUE;
            at++;
        }
        if (at == first) {
            return otherwise;
        }
        position = at;
        return negative ? -value : value;
    }

    /// A decimal number, also as Go's `print` writes it (`+9.500000e-001`); NaN where none is next.
    public double decimal() {
        int end = position;
        while (isPartOfNumber(line.at(end), end == position ? ' ' : line.at(end - 1))) {
            end++;
        }
        if (end == position || end - position > 40) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(line.text(position, end));
            position = end;
            return value;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static boolean isPartOfNumber(int c, int before) {
        boolean sign = c == '+' || c == '-';
        if (sign) {
            return before == ' ' || before == 'e' || before == 'E';
        }
        return isDigit(c) || c == '.' || c == 'e' || c == 'E';
    }

    /// The text up to one of the given bytes or the end of the line.
    public String until(String ascii) {
        int end = position;
        while (end < line.length() && ascii.indexOf(line.at(end)) < 0) {
            end++;
        }
        String text = line.text(position, end);
        position = end;
        return text;
    }
}
