package dev.whydunit.formats.goroutine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whydunit.formats.Line;

/// The first line of a goroutine, taken apart into fields that the next header overwrites:
///
/// `goroutine 7 gp=0xc0001 m=nil mp=0x1 [chan receive (leaked), 12 minutes, locked to thread] {a: b, "c d": "e"}:`
///
/// Labels come with Go 1.27; 1.26 prints them, where GODEBUG=tracebacklabels=1 asks for it, within the bracket:
/// `[select labels:{"a": "b"}]:`.
///
/// Source: `goroutineheader` in `runtime/traceback.go`.
final class Header {

    static final int NO_MINUTES = -1;

    private static final byte[] START = "goroutine ".getBytes(US_ASCII);
    private static final byte[] LABELS = " labels:{".getBytes(US_ASCII);
    private static final byte[] MINUTES = " minutes".getBytes(US_ASCII);
    private static final byte[] LOCKED = "locked to thread".getBytes(US_ASCII);
    private static final byte[] LEAKED = " (leaked)".getBytes(US_ASCII);
    private static final byte[] SCAN = " (scan)".getBytes(US_ASCII);
    private static final byte[] DURABLE = " (durable)".getBytes(US_ASCII);
    private static final byte[] RUNNING = "running".getBytes(US_ASCII);

    /// Digits of a goroutine number that surely fit a `long`.
    private static final int MOST_DIGITS = 18;

    /// Bytes of the header of a stack that is logged: it runs, so that it has neither minutes nor labels.
    private static final int LONGEST_LOGGED = 80;

    private Line line = new Line();
    private int position;
    private long id;
    private int stateFrom;
    private int stateTo;
    private int minutes;
    private boolean lockedToThread;
    private boolean leaked;
    private int labelsFrom;
    private int labelsTo;

    /// Whether a line can be the beginning of a header, whole or cut.
    static boolean begins(Line line) {
        int digit = line.at(START.length);
        return line.startsWith(START) && digit >= '0' && digit <= '9';
    }

    /// Where a header begins that a logger's prefix precedes on the same line, as a program that logs `debug.Stack()`
    /// writes it; -1 where there is none.
    static int indexAfterPrefix(Line line) {
        int length = line.length();
        if (line.at(length - 1) != ':' || line.at(length - 2) != ']') {
            return -1;
        }
        int last = length - START.length;
        for (int index = Math.max(1, last - LONGEST_LOGGED); index < last; index++) {
            if (line.at(index) == 'g' && line.at(index - 1) == ' ' && line.startsWith(START, index)) {
                return index;
            }
        }
        return -1;
    }

    /// Reads a header; false where the line is none, and the fields mean nothing then. Positions are indices into the
    /// line's text.
    boolean read(Line header) {
        line = header;
        minutes = NO_MINUTES;
        lockedToThread = false;
        leaked = false;
        labelsFrom = 0;
        labelsTo = 0;
        return begins(header) && readId() && skipPointers() && readState() && readAttributes() && readEnd();
    }

    long id() {
        return id;
    }

    int stateFrom() {
        return stateFrom;
    }

    int stateTo() {
        return stateTo;
    }

    /// The minutes printed, or [#NO_MINUTES].
    int minutes() {
        return minutes;
    }

    boolean lockedToThread() {
        return lockedToThread;
    }

    boolean leaked() {
        return leaked;
    }

    /// What stands between the braces of the labels: `"a": "b"`.
    int labelsFrom() {
        return labelsFrom;
    }

    /// Equal to [#labelsFrom] where there are no labels.
    int labelsTo() {
        return labelsTo;
    }

    boolean isRunning() {
        return stateTo - stateFrom == RUNNING.length && line.startsWith(RUNNING, stateFrom);
    }

    private boolean readId() {
        position = START.length;
        id = 0;
        int digits = 0;
        for (int c = line.at(position); c >= '0' && c <= '9'; c = line.at(++position)) {
            id = id * 10 + c - '0';
            if (++digits > MOST_DIGITS) {
                return false;
            }
        }
        return true;
    }

    /// Skips ` gp=0xc000002380 m=0 mp=0x5a0` up to the bracket of the state.
    private boolean skipPointers() {
        int c = line.at(position);
        while (c == ' ' || c == '=' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
            c = line.at(++position);
        }
        if (c != '[') {
            return false;
        }
        position++;
        return true;
    }

    /// Reads `chan receive (nil chan)`, with the marks off its end.
    private boolean readState() {
        stateFrom = position;
        int c = line.at(position);
        while (c >= 0 && c != ',' && c != ']' && !(c == ' ' && line.startsWith(LABELS, position))) {
            c = line.at(++position);
        }
        stateTo = position;
        while (stripMark(LEAKED) || stripMark(SCAN) || stripMark(DURABLE)) {
            leaked |= line.startsWith(LEAKED, stateTo);
        }
        return c >= 0;
    }

    private boolean stripMark(byte[] mark) {
        int start = stateTo - mark.length;
        if (line.at(stateTo - 1) != ')' || start < stateFrom || !line.startsWith(mark, start)) {
            return false;
        }
        stateTo = start;
        return true;
    }

    /// Reads `, 12 minutes, locked to thread, synctest bubble 3 labels:{...}]`.
    private boolean readAttributes() {
        for (int c = line.at(position); c != ']'; c = line.at(position)) {
            if (c == ',') {
                position++;
                readAttribute();
            } else if (!line.startsWith(LABELS, position) || !readLabels(position + LABELS.length)) {
                return false;
            }
        }
        position++;
        return true;
    }

    private void readAttribute() {
        if (line.at(position) == ' ') {
            position++;
        }
        if (line.startsWith(LOCKED, position)) {
            lockedToThread = true;
        } else {
            readMinutes();
        }
        int c = line.at(position);
        while (c >= 0 && c != ',' && c != ']' && !(c == ' ' && line.startsWith(LABELS, position))) {
            c = line.at(++position);
        }
    }

    private void readMinutes() {
        int value = 0;
        int at = position;
        for (int c = line.at(at); c >= '0' && c <= '9' && value < Integer.MAX_VALUE / 10 - 1; c = line.at(++at)) {
            value = value * 10 + c - '0';
        }
        if (at > position && line.startsWith(MINUTES, at)) {
            minutes = value;
        }
    }

    /// Reads labels from the byte after their brace to the one after the closing brace; braces within quotes are
    /// text.
    private boolean readLabels(int from) {
        boolean quoted = false;
        for (int at = from; ; at++) {
            int c = line.at(at);
            if (c < 0) {
                return false;
            } else if (c == '\\' && quoted) {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                labelsFrom = from;
                labelsTo = at;
                position = at + 1;
                return true;
            }
        }
    }

    /// Reads what follows the bracket: a colon that ends the line, with labels before it in the form without
    /// `labels:`.
    private boolean readEnd() {
        while (line.at(position) == ' ') {
            position++;
        }
        if (line.at(position) == '{' && !readLabels(position + 1)) {
            return false;
        }
        if (line.at(position) != ':') {
            return false;
        }
        do {
            position++;
        } while (line.at(position) == ' ');
        return position == line.length();
    }
}
