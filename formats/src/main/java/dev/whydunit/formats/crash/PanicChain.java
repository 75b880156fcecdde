package dev.whydunit.formats.crash;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.crash.Crash.PanicValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of a panic, the first raised first, with the marks that follow each:
///
/// ```
/// panic: first [recovered]
///         panic: second
///         its next line
/// ```
///
/// Up to Go 1.17 the further lines of a value stand at the margin, where another thread's output may stand as well:
/// they count only if the goroutines follow.
final class PanicChain {

    private static final int MOST_VALUES = 64;
    private static final int LONGEST_TEXT = 1 << 14;

    private static final String PANIC = "panic: ";
    private static final String RECOVERED = " [recovered]";
    private static final String REPANICKED = " [recovered, repanicked]";
    private static final String ERROR_STRING = "runtime.errorString(\"";
    private static final String PLAIN_ERROR = "runtime.plainError(\"";
    private static final String CLOSING = "\")";
    private static final String GOEXIT = " [goexit]";

    private final List<PanicValue> values = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> doubtful = new ArrayList<>();
    private @Nullable Cite place;

    boolean isEmpty() {
        return place == null;
    }

    /// Begins a value.
    void begin(String value, Cite at) {
        end();
        place = at;
        append(value);
    }

    /// Takes a line that a tab marks as part of the chain: another value, or the next line of this one.
    void continued(String line, Cite at) {
        keepDoubtful();
        if (line.startsWith(PANIC)) {
            begin(line.substring(PANIC.length()), at);
        } else {
            append("\n");
            append(line);
        }
    }

    /// Takes a line at the margin that may belong to the value.
    void mayContinue(String line) {
        if (doubtful.size() < MOST_VALUES) {
            doubtful.add(line);
        }
    }

    /// The goroutines follow: what stands between belongs to the value.
    void keepDoubtful() {
        for (String line : doubtful) {
            append("\n");
            append(line);
        }
        doubtful.clear();
    }

    List<PanicValue> values() {
        end();
        return List.copyOf(values);
    }

    private void append(String more) {
        text.append(more, 0, Math.min(more.length(), Math.max(0, LONGEST_TEXT - text.length())));
    }

    private void end() {
        if (place != null && values.size() < MOST_VALUES) {
            values.add(value(text.toString().stripTrailing(), place));
        }
        place = null;
        text.setLength(0);
    }

    private static PanicValue value(String printed, Cite at) {
        String plain = printed;
        boolean repanicked = plain.endsWith(REPANICKED);
        plain = repanicked ? plain.substring(0, plain.length() - REPANICKED.length()) : plain;
        boolean recovered = plain.endsWith(RECOVERED);
        plain = recovered ? plain.substring(0, plain.length() - RECOVERED.length()) : plain;
        boolean goexit = plain.endsWith(GOEXIT);
        plain = goexit ? plain.substring(0, plain.length() - GOEXIT.length()) : plain;
        return new PanicValue(formatted(plain), recovered || repanicked, repanicked, goexit, at);
    }

    /// Values of the runtime that stand in a chain before a fatal error are printed unformatted (Go 1.27):
    /// `runtime.errorString("integer divide by zero")`.
    private static String formatted(String printed) {
        if (printed.startsWith(ERROR_STRING) && printed.endsWith(CLOSING)) {
            return "runtime error: " + printed.substring(ERROR_STRING.length(), printed.length() - CLOSING.length());
        }
        if (printed.startsWith(PLAIN_ERROR) && printed.endsWith(CLOSING)) {
            return printed.substring(PLAIN_ERROR.length(), printed.length() - CLOSING.length());
        }
        return printed;
    }
}
