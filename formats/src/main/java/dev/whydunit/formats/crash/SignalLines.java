package dev.whydunit.formats.crash;

import dev.whydunit.evidence.crash.Crash.Signal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What the lines about a signal say, put together:
///
/// `[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48f5a6]`, up to Go 1.7 `[signal 0xb code=...]`;
/// `SIGQUIT: quit`, `PC=0x40b2ee m=0 sigcode=0 addr=0x0`, `signal arrived during cgo execution`.
final class SignalLines {

    /// Signal numbers of Linux and the BSDs that are the same on all of them.
    private static final Map<String, String> BY_NUMBER = Map.of(
            "0x3", "SIGQUIT", "0x4", "SIGILL", "0x5", "SIGTRAP", "0x6", "SIGABRT", "0x8", "SIGFPE", "0xb", "SIGSEGV");

    private static final String IN_BRACKETS = "[signal ";

    private String name = "";
    private OptionalLong code = OptionalLong.empty();
    private OptionalLong address = OptionalLong.empty();
    private OptionalLong pc = OptionalLong.empty();
    private boolean duringCgo;
    private boolean seen;

    /// Whether a line is `SIGQUIT: quit` or the like.
    static boolean isHeader(String text) {
        int colon = text.indexOf(": ");
        if (!text.startsWith("SIG") || colon <= "SIG".length()) {
            return false;
        }
        return text.chars().limit(colon).allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }

    /// Takes a line; whether it is about a signal.
    boolean accept(String text) {
        if (text.startsWith(IN_BRACKETS)) {
            acceptBrackets(text);
        } else if (isHeader(text)) {
            setName(text.substring(0, text.indexOf(':')));
        } else if (text.startsWith("PC=0x")) {
            pc = hex(text, "PC=");
            code = code.isPresent() ? code : number(text, "sigcode=");
            address = address.isPresent() ? address : hex(text, "addr=");
        } else if (text.startsWith("signal arrived during ") || text.startsWith("[signal arrived during ")) {
            duringCgo = true;
        } else {
            return text.startsWith("instruction bytes:");
        }
        return true;
    }

    private void acceptBrackets(String text) {
        if (text.startsWith("arrived during", IN_BRACKETS.length())) {
            duringCgo = true;
            return;
        }
        int end = IN_BRACKETS.length();
        while (end < text.length() && " :]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String word = text.substring(IN_BRACKETS.length(), end);
        setName(BY_NUMBER.getOrDefault(word, word));
        code = hex(text, "code=");
        address = hex(text, "addr=");
        pc = hex(text, "pc=");
    }

    private void setName(String word) {
        name = seen ? name : word;
        seen = true;
    }

    /// The signal; empty where no line named one.
    Optional<Signal> signal() {
        return seen ? Optional.of(new Signal(name, code, address, pc, duringCgo)) : Optional.empty();
    }

    /// Whether the line with the program counter was there, which the runtime alone prints.
    boolean hasProgramCounter() {
        return pc.isPresent();
    }

    private static OptionalLong hex(String text, String key) {
        int at = text.indexOf(key + "0x");
        return at < 0 ? OptionalLong.empty() : parse(text, at + key.length() + "0x".length(), 16);
    }

    private static OptionalLong number(String text, String key) {
        int at = text.indexOf(key);
        return at < 0 ? OptionalLong.empty() : parse(text, at + key.length(), 10);
    }

    private static OptionalLong parse(String text, int from, int radix) {
        boolean negative = from < text.length() && text.charAt(from) == '-';
        int start = negative ? from + 1 : from;
        int to = start;
        long value = 0;
        while (to < text.length() && Character.digit(text.charAt(to), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(to++), radix);
        }
        return to == start ? OptionalLong.empty() : OptionalLong.of(negative ? -value : value);
    }
}
