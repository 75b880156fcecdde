package dev.whydunit.formats.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a crash begins.
enum Opening {
    /// `panic: runtime error: index out of range [5] with length 3`
    PANIC(Score.LIKELY, "panic: "),
    /// `fatal error: all goroutines are asleep - deadlock!`
    FATAL_ERROR(Score.LIKELY, "fatal error: "),
    /// `SIGQUIT: quit`
    SIGNAL(Score.LIKELY, "SIG"),
    /// `runtime: goroutine stack exceeds 1000000000-byte limit`, before a fatal error
    PRELUDE(Score.POSSIBLE, "runtime: ", "unexpected fault address ", "runtime/cgo: "),
    /// `2026/01/02 10:00:00 http: panic serving 10.0.0.1:51234: boom`
    SERVING(Score.LIKELY, "panic serving "),
    /// `2026/01/02 10:00:00 panic recovered: boom`: words of middlewares, before a stack
    RECOVERED(
            Score.POSSIBLE,
            "panic recovered: ",
            "recovered from panic: ",
            "Recovered from panic: ",
            "recovered panic: ",
            "[PANIC RECOVER] ",
            "panic: ",
            "PANIC: ",
            "Panic: ",
            "panic occurred: ");

    /// `signal 11 received but handler not on signal stack`, before the fatal error about SA_ONSTACK
    private static final byte[] SIGNAL_NUMBER = "signal ".getBytes(US_ASCII);

    private static final byte[] HANDLER = " received but handler not on signal stack".getBytes(US_ASCII);

    /// The openings that stand at the beginning of a line.
    private static final List<Opening> AT_START = List.of(PANIC, FATAL_ERROR, SIGNAL, PRELUDE);

    /// The openings that a logger's prefix may precede.
    private static final List<Opening> WITHIN = List.of(SERVING, RECOVERED);

    /// A logger's prefix is shorter; further in, a text quotes a panic.
    private static final int LONGEST_PREFIX = 160;

    private final Score score;
    private final List<byte[]> words;

    Opening(Score score, String... words) {
        this.score = score;
        this.words = List.of(words).stream().map(word -> word.getBytes(US_ASCII)).toList();
    }

    Score score() {
        return score;
    }

    /// The opening that a line is, and where its text begins; null where it is none.
    static @Nullable Match find(Line line) {
        for (Opening opening : AT_START) {
            for (byte[] word : opening.words) {
                if (line.startsWith(word) && (opening != SIGNAL || SignalLines.isHeader(line.text(0, Math.min(line.length(), 40))))) {
                    return new Match(opening, opening == PANIC || opening == FATAL_ERROR ? word.length : 0);
                }
            }
        }
        if (line.startsWith(SIGNAL_NUMBER) && line.indexOf(HANDLER, SIGNAL_NUMBER.length) > 0) {
            return new Match(PRELUDE, 0);
        }
        return mayHold(line) ? findWithin(line) : null;
    }

    private static @Nullable Match findWithin(Line line) {
        for (Opening opening : WITHIN) {
            for (byte[] word : opening.words) {
                int at = line.indexOf(word, 0);
                if (at >= 0 && at < LONGEST_PREFIX) {
                    return new Match(opening, at + word.length);
                }
            }
        }
        return null;
    }

    /// Whether some `anic` or `ANIC` stands near the beginning: what all words within a line have.
    private static boolean mayHold(Line line) {
        byte[] text = line.buffer();
        int last = Math.min(line.to() - 3, line.from() + LONGEST_PREFIX + 24);
        for (int i = line.from() + 1; i < last; i++) {
            if ((text[i + 1] | 0x20) == 'n' && (text[i] | 0x20) == 'a' && (text[i + 2] | 0x20) == 'i' && (text[i - 1] | 0x20) == 'p') {
                return true;
            }
        }
        return false;
    }

    /// @param textFrom index in the line where the panic's text, the error's text or the whole line begins
    record Match(Opening opening, int textFrom) {}
}
