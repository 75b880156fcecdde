package dev.whydunit.formats.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import org.jspecify.annotations.Nullable;

/// How a crash begins.
enum Opening {
    /// `panic: runtime error: index out of range [5] with length 3`
    PANIC(Score.LIKELY),
    /// `fatal error: all goroutines are asleep - deadlock!`
    FATAL_ERROR(Score.LIKELY),
    /// `SIGQUIT: quit`
    SIGNAL(Score.LIKELY),
    /// `runtime: goroutine stack exceeds 1000000000-byte limit`, before a fatal error
    PRELUDE(Score.POSSIBLE),
    /// `2026/01/02 10:00:00 http: panic serving 10.0.0.1:51234: boom`
    SERVING(Score.LIKELY),
    /// `2026/01/02 10:00:00 panic recovered: boom`: words of middlewares, before a stack
    RECOVERED(Score.POSSIBLE);

    /// Words at the beginning of a line. The text of a panic or error begins after them.
    private static final Word[] AT_START = {
        new Word("panic: ", PANIC),
        new Word("fatal error: ", FATAL_ERROR),
        new Word("runtime: ", PRELUDE),
        new Word("unexpected fault address ", PRELUDE),
        new Word("runtime/cgo: ", PRELUDE),
        new Word("panic during ", PRELUDE),
        new Word("panic holding locks", PRELUDE)
    };

    /// Words that a logger's prefix may precede, the longer before those that they hold.
    private static final Word[] WITHIN = {
        new Word("panic serving ", SERVING),
        new Word("panic recovered: ", RECOVERED),
        new Word("ecovered from panic: ", RECOVERED),
        new Word("recovered panic: ", RECOVERED),
        new Word("[PANIC RECOVER] ", RECOVERED),
        new Word("panic occurred: ", RECOVERED),
        new Word("panic: ", RECOVERED),
        new Word("PANIC: ", RECOVERED),
        new Word("Panic: ", RECOVERED)
    };

    private static final byte[] SIGNAL_NAME = "SIG".getBytes(US_ASCII);

    /// `signal 11 received but handler not on signal stack`, before the fatal error about SA_ONSTACK
    private static final byte[] SIGNAL_NUMBER = "signal ".getBytes(US_ASCII);

    private static final byte[] HANDLER = " received but handler not on signal stack".getBytes(US_ASCII);

    /// A logger's prefix is shorter; further in, a text quotes a panic.
    private static final int LONGEST_PREFIX = 160;

    private static final int LONGEST_SIGNAL = 40;

    private final Score score;

    Opening(Score score) {
        this.score = score;
    }

    Score score() {
        return score;
    }

    /// The opening that a line is, and where its text begins; null where it is none.
    static @Nullable Match find(Line line) {
        for (Word word : AT_START) {
            if (line.startsWith(word.bytes)) {
                return new Match(word.opening, word.opening == PRELUDE ? 0 : word.bytes.length);
            }
        }
        if (line.startsWith(SIGNAL_NAME)
                && SignalLines.isHeader(line.text(0, Math.min(line.length(), LONGEST_SIGNAL)))) {
            return new Match(SIGNAL, 0);
        }
        if (line.startsWith(SIGNAL_NUMBER) && line.indexOf(HANDLER, SIGNAL_NUMBER.length) > 0) {
            return new Match(PRELUDE, 0);
        }
        return mayHold(line) ? findWithin(line) : null;
    }

    private static @Nullable Match findWithin(Line line) {
        for (Word word : WITHIN) {
            int at = line.indexOf(word.bytes, 0);
            if (at >= 0 && at < LONGEST_PREFIX) {
                return new Match(word.opening, at + word.bytes.length);
            }
        }
        return null;
    }

    /// Whether some `anic` or `ANIC` stands near the beginning: what all words within a line have.
    private static boolean mayHold(Line line) {
        byte[] text = line.buffer();
        int last = Math.min(line.to() - 3, line.from() + LONGEST_PREFIX + 24);
        for (int i = line.from() + 1; i < last; i++) {
            if ((text[i + 1] | 0x20) == 'n'
                    && (text[i] | 0x20) == 'a'
                    && (text[i + 2] | 0x20) == 'i'
                    && (text[i - 1] | 0x20) == 'p') {
                return true;
            }
        }
        return false;
    }

    private static final class Word {
        private final byte[] bytes;
        private final Opening opening;

        Word(String text, Opening opening) {
            this.bytes = text.getBytes(US_ASCII);
            this.opening = opening;
        }
    }

    /// @param textFrom index in the line where the panic's text, the error's text or the whole line begins
    record Match(Opening opening, int textFrom) {}
}
