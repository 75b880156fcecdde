package dev.whydunit.formats.goroutine;

/// Takes the two lines of a frame apart, from their ends, since names and paths may hold any byte.
final class FrameLines {

    /// Argument bytes seen: a `?`, a brace, a digit of a word.
    static final int UNCERTAIN_MARK = 1;

    static final int BRACE = 2;
    static final int WORD = 4;

    private static final byte NOT_AN_ARGUMENT = (byte) 0x80;
    private static final byte[] CLASS_OF_BYTE = classes();

    /// The bytes seen by the latest [#argumentsFrom], or-ed over all calls since it was cleared.
    private int seen;

    private static byte[] classes() {
        var table = new byte[1 << Byte.SIZE];
        for (int i = 0; i < table.length; i++) {
            boolean digit = (i >= '0' && i <= '9') || (i >= 'a' && i <= 'f');
            boolean other = i == 'x' || i == ',' || i == ' ' || i == '.' || i == '_' || i == '-';
            table[i] = digit ? WORD : other ? 0 : NOT_AN_ARGUMENT;
        }
        table['?'] = UNCERTAIN_MARK;
        table['{'] = BRACE;
        table['}'] = BRACE;
        return table;
    }

    /// The index in `text` of the parenthesis that opens the arguments of a line `function(arguments)`; -1 where
    /// the line is not of that form: arguments are hexadecimal words, braces, `_`, `?` and `...`.
    int argumentsFrom(byte[] text, int from, int to) {
        int at = to - 1;
        if (at <= from || text[at] != ')') {
            return -1;
        }
        int bits = 0;
        for (at--; at > from && text[at] != '('; at--) {
            bits |= CLASS_OF_BYTE[text[at] & 0xff];
        }
        if (at <= from || bits < 0 || text[at - 1] == ' ') {
            return -1;
        }
        seen |= bits;
        return at;
    }

    /// The index of the parenthesis that closes the arguments which begin at `from`; -1 where other bytes come first.
    int argumentsTo(byte[] text, int from, int to) {
        int bits = 0;
        int at = from;
        while (at < to) {
            byte kind = CLASS_OF_BYTE[text[at] & 0xff];
            if (kind < 0) {
                break;
            }
            bits |= kind;
            at++;
        }
        if (at == to || text[at] != ')') {
            return -1;
        }
        seen |= bits;
        return at;
    }

    /// Whether a line has the form `function(arguments)`.
    static boolean isFunction(byte[] text, int from, int to) {
        return new FrameLines().argumentsFrom(text, from, to) > 0;
    }

    static boolean hasSpace(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == ' ' || text[i] == '\t') {
                return true;
            }
        }
        return false;
    }

    /// Whether text that no tab marks as a location is one: a path, a colon and a number.
    ///
    /// @param indented whether spaces stand in place of the tab: the path may hold spaces then
    static boolean isLocation(byte[] text, int from, int to, boolean indented) {
        int colon = lineColon(text, from, to);
        boolean path = false;
        for (int i = from; i < colon; i++) {
            path |= text[i] == '/' || text[i] == '\\';
        }
        return path && (indented || !hasSpace(text, from, to));
    }

    /// Which kinds of bytes arguments had so far.
    int seen() {
        return seen;
    }

    void addSeen(int more) {
        seen |= more;
    }

    /// Whether arguments are exactly `...`: the frame was inlined.
    static boolean isInlined(byte[] text, int from, int to) {
        return to - from == 3 && text[from] == '.' && text[from + 1] == '.' && text[from + 2] == '.';
    }

    /// The end of `path:line` in a location line whose text after the tab is `[from, to)`: what follows are ` +0x1d`,
    /// ` fp=0x1`, ` sp=0x2` and ` pc=0x3`; of C code there may be `pc=0x3` alone.
    static int locationTo(byte[] text, int from, int to) {
        int end = to;
        while (true) {
            int space = lastSpace(text, from, end);
            if (space < 0) {
                return isOffset(text, from, end) ? from : end;
            }
            if (!isOffset(text, space + 1, end)) {
                return end;
            }
            end = space;
        }
    }

    private static int lastSpace(byte[] text, int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            if (text[at] == ' ') {
                return at;
            }
        }
        return -1;
    }

    private static boolean isOffset(byte[] text, int from, int to) {
        if (from >= to) {
            return true;
        }
        byte first = text[from];
        return first == '+'
                || ((first == 'f' || first == 's' || first == 'p') && to - from > 2 && text[from + 2] == '=');
    }

    /// The colon before the line number of `path:line`; -1 where the text does not end so.
    static int lineColon(byte[] text, int from, int to) {
        int at = to - 1;
        while (at > from && text[at] >= '0' && text[at] <= '9') {
            at--;
        }
        return at > from && at < to - 1 && text[at] == ':' ? at : -1;
    }
}
