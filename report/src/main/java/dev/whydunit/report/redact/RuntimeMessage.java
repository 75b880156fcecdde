package dev.whydunit.report.redact;

import java.util.regex.Pattern;

/// Messages of the Go runtime and standard library: they name the fault and hold no values of the program's own.
final class RuntimeMessage {
    static final String PATTERN = "runtime error: |send on closed channel|close of |all goroutines are asleep"
            + "|assignment to entry in nil map|concurrent map |sync: |interface conversion: |test timed out|reflect: "
            + "|unlock of unlocked|stack overflow|runtime: |unexpected signal|out of memory|too many |invalid memory"
            + "|deadlock|SIG[A-Z]+";

    private static final Pattern START = Pattern.compile("(?:" + PATTERN + ").*", Pattern.DOTALL);

    private RuntimeMessage() {}

    static boolean is(String message) {
        return START.matcher(message).matches();
    }
}
