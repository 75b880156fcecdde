package dev.whydunit.formats.goroutine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whydunit.formats.Line;
import java.util.Arrays;

/// The lines of a stack that are fixed words of the runtime.
final class StackWords {

    private static final byte[] ANCESTORS = "[originating from goroutine ".getBytes(US_ASCII);
    private static final byte[] SYSTEM_STACK = "runtime stack:".getBytes(US_ASCII);
    private static final byte[] UNAVAILABLE = "; stack unavailable".getBytes(US_ASCII);
    private static final byte[] ELIDED = " elided...".getBytes(US_ASCII);
    private static final byte[] NON_GO = "non-Go function".getBytes(US_ASCII);

    /// Bytes of `non-Go function`, which stands for its name.
    static final int NON_GO_LENGTH = NON_GO.length;

    private StackWords() {}

    /// `[originating from goroutine 1]:`
    static boolean isAncestors(Line line) {
        return line.startsWith(ANCESTORS);
    }

    /// `runtime stack:`
    static boolean isSystemStack(Line line) {
        return line.startsWith(SYSTEM_STACK);
    }

    /// `...12 frames elided...`, `...additional frames elided...`
    static boolean isElided(Line line) {
        int at = line.length() - ELIDED.length;
        return at > 0 && line.startsWith(ELIDED, at);
    }

    /// `non-Go function at pc=0x7f3a12`: a frame in one line
    static boolean isNonGoFunction(Line line) {
        return line.length() > NON_GO.length && line.startsWith(NON_GO);
    }

    /// `non-Go function`, with `\tpc=0x7f3a12` on the next line: a C function without a name
    static boolean isNonGo(Line line) {
        return line.length() == NON_GO.length && line.startsWith(NON_GO);
    }

    /// `goroutine running on other thread; stack unavailable`, of gccgo also `goroutine in C code; stack unavailable`
    static boolean isUnavailable(byte[] text, int from, int to) {
        int start = to - UNAVAILABLE.length;
        return start >= from && Arrays.equals(text, start, to, UNAVAILABLE, 0, UNAVAILABLE.length);
    }
}
