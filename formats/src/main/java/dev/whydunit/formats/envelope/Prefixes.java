package dev.whydunit.formats.envelope;

import dev.whydunit.evidence.ProcessIdentity;
import dev.whydunit.formats.time.Timestamps;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Envelopes that stand before the text of a line. Each takes its prefix off a message, or leaves it as it is.
final class Prefixes {
    private static final Set<String> MONTHS =
            Set.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final int LONGEST_NAME = 253;
    private static final int SHORT_TIME_CHARS = 15;
    private static final int LONGEST_KLOG_HEADER = 120;

    private Prefixes() {}

    /// Takes one layer off; false where none is there.
    static boolean peel(Message message) {
        int first = message.at(0);
        if (first == '[') {
            return pod(message);
        }
        if (first >= '0' && first <= '9') {
            return stamped(message);
        }
        if (first >= 'A' && first <= 'Z' && (journal(message, 0) || klog(message))) {
            return true;
        }
        return first == '<' ? priority(message) : compose(message);
    }

    /// `[pod/orders-7d9c/app] text`, of `kubectl logs --prefix`.
    private static boolean pod(Message message) {
        if (!message.startsWith("[pod/", 0)) {
            return false;
        }
        int slash = message.indexOf('/', 5, LONGEST_NAME);
        int end = message.indexOf(']', 5, 2 * LONGEST_NAME);
        if (slash < 0 || end < slash) {
            return false;
        }
        message.process = ProcessIdentity.ofPod(message.text(5, slash), Optional.of(message.text(slash + 1, end)));
        message.from += skipSpace(message, end + 1);
        return true;
    }

    /// A time stamp with its year, alone or before what CRI, syslog or journald put behind it.
    private static boolean stamped(Message message) {
        var stamp = Timestamps.leading(message.buffer, message.from, message.to);
        int end = stamp.end() - message.from;
        if (!stamp.isPresent() || message.at(10) != 'T' || message.at(end) != ' ') {
            return false;
        }
        message.nanos = stamp.nanos();
        if (!cri(message, end + 1) && !host(message, end + 1)) {
            message.from += end + 1;
        }
        return true;
    }

    /// `stderr F text` after its time.
    private static boolean cri(Message message, int index) {
        boolean out = message.startsWith("stdout ", index);
        if (!out && !message.startsWith("stderr ", index)) {
            return false;
        }
        int tag = message.at(index + 7);
        if ((tag != 'F' && tag != 'P') || (message.at(index + 8) != ' ' && message.at(index + 8) != -1)) {
            return false;
        }
        message.output = out ? "stdout" : "stderr";
        message.partial = tag == 'P';
        message.from = Math.min(message.to, message.from + index + 9);
        return true;
    }

    /// `Oct 31 11:53:23 host orders[812]: text`, of journald and syslog; with microseconds of `short-precise`.
    private static boolean journal(Message message, int index) {
        if (message.length() < SHORT_TIME_CHARS + 4
                || !MONTHS.contains(message.text(index, index + 3))
                || message.at(index + 6) != ' '
                || message.at(index + 9) != ':'
                || message.at(index + 12) != ':') {
            return false;
        }
        int end = index + SHORT_TIME_CHARS;
        while (message.at(end) == '.' || (message.at(end) >= '0' && message.at(end) <= '9')) {
            end++;
        }
        return message.at(end) == ' ' && host(message, end + 1);
    }

    /// `host orders[812]: ` or `host kernel: `.
    private static boolean host(Message message, int index) {
        int hostEnd = message.indexOf(' ', index, index + LONGEST_NAME);
        int colon = hostEnd < 0 ? -1 : message.indexOf(':', hostEnd, hostEnd + LONGEST_NAME);
        if (colon < 0 || message.indexOf(' ', hostEnd + 1, colon) >= 0) {
            return false;
        }
        if (message.at(colon + 1) != ' ' && message.at(colon + 1) != -1) {
            return false;
        }
        int bracket = message.indexOf('[', hostEnd, colon);
        var identifier = message.text(hostEnd + 1, bracket < 0 ? colon : bracket);
        if (bracket < 0 && !identifier.equals("kernel")) {
            return false;
        }
        var pid = bracket < 0 ? OptionalLong.empty() : pid(message, bracket + 1, colon - 1);
        if (bracket >= 0 && pid.isEmpty()) {
            return false;
        }
        message.process = ProcessIdentity.ofHost(message.text(index, hostEnd), pid);
        message.from = Math.min(message.to, message.from + colon + 2);
        return true;
    }

    private static OptionalLong pid(Message message, int start, int end) {
        if (message.at(end) != ']' || end <= start || end - start > 10) {
            return OptionalLong.empty();
        }
        long pid = 0;
        for (int i = start; i < end; i++) {
            int digit = message.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            pid = pid * 10 + digit;
        }
        return OptionalLong.of(pid);
    }

    /// `<11>Oct 31 11:53:23 host orders[812]: text`, of syslog.
    private static boolean priority(Message message) {
        int end = message.indexOf('>', 1, 5);
        if (end < 0) {
            return false;
        }
        message.from += end + 1;
        if (peel(message)) {
            return true;
        }
        message.from -= end + 1;
        return false;
    }

    /// `I1031 11:53:23.331123       1 server.go:112] text`, of klog and glog. Only the first line of a message has it,
    /// and it has no year.
    private static boolean klog(Message message) {
        if ("IWEF".indexOf(message.at(0)) < 0
                || message.at(5) != ' '
                || message.at(8) != ':'
                || message.at(11) != ':'
                || message.at(14) != '.') {
            return false;
        }
        int end = message.indexOf(']', 15, LONGEST_KLOG_HEADER);
        int colon = end < 0 ? -1 : message.indexOf(':', 15, end);
        if (colon < 0) {
            return false;
        }
        message.from += skipSpace(message, end + 1);
        return true;
    }

    /// `orders-1  | text`, of docker compose.
    private static boolean compose(Message message) {
        int end = 0;
        while (isName(message.at(end)) && end < LONGEST_NAME) {
            end++;
        }
        int bar = end;
        while (message.at(bar) == ' ') {
            bar++;
        }
        if (end < 3 || bar == end || message.at(bar) != '|' || !numbered(message, end)) {
            return false;
        }
        message.process = ProcessIdentity.ofContainer(message.text(0, end));
        message.from += skipSpace(message, bar + 1);
        return true;
    }

    private static boolean numbered(Message message, int end) {
        int digits = end;
        while (digits > 0 && message.at(digits - 1) >= '0' && message.at(digits - 1) <= '9') {
            digits--;
        }
        int separator = message.at(digits - 1);
        return digits < end && (separator == '-' || separator == '_');
    }

    private static boolean isName(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || (c >= 'A' && c <= 'Z');
    }

    /// One space belongs to the prefix, more of them to the text.
    private static int skipSpace(Message message, int index) {
        return message.at(index) == ' ' ? index + 1 : index;
    }
}
