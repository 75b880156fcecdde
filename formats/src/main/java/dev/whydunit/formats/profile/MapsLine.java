package dev.whydunit.formats.profile;

import dev.whydunit.evidence.profile.Mapping;
import dev.whydunit.formats.Line;
import java.util.Optional;

/// One line of the memory map at the end of a legacy profile: `/proc/PID/maps`, or the short form.
///
/// ```
/// 00400000-00fcb000 r-xp 00000000 08:01 1049 /usr/bin/server
/// 0x40000-0x80000 /path/to/binary (@FF00) abc123456
/// ```
final class MapsLine {
    private MapsLine() {}

    /// The executable mapping of a line; empty for others.
    static Optional<Mapping> parse(Line line) {
        var words = line.text().strip().split("[ \t]+");
        var range = words[0].endsWith(":") ? words[0].substring(0, words[0].length() - 1) : words[0];
        int dash = range.indexOf('-');
        if (dash < 1) {
            return Optional.empty();
        }
        var start = hex(range.substring(0, dash));
        var limit = hex(range.substring(dash + 1));
        if (start.isEmpty() || limit.isEmpty()) {
            return Optional.empty();
        }
        int next = 1;
        if (next < words.length && isPermissions(words[next])) {
            if (words[next].indexOf('x') < 0) {
                return Optional.empty();
            }
            next++;
        }
        boolean kernels = next + 1 < words.length && words[next + 1].matches("[0-9a-fA-F]+:[0-9a-fA-F]+");
        return kernels
                ? Optional.of(
                        new Mapping(start.get(), limit.get(), hex(words[next]).orElse(0L), word(words, next + 3), ""))
                : Optional.of(brief(start.get(), limit.get(), words, next));
    }

    private static Mapping brief(long start, long limit, String[] words, int next) {
        var file = word(words, next);
        var at = word(words, next + 1);
        boolean offset = at.startsWith("(@") && at.endsWith(")");
        return new Mapping(
                start,
                limit,
                offset ? hex(at.substring(2, at.length() - 1)).orElse(0L) : 0,
                file,
                word(words, offset ? next + 2 : next + 1));
    }

    private static boolean isPermissions(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> "-rwxps".indexOf(c) >= 0);
    }

    private static String word(String[] words, int index) {
        return index < words.length ? words[index] : "";
    }

    private static Optional<Long> hex(String text) {
        var digits = text.startsWith("0x") ? text.substring(2) : text;
        if (digits.isEmpty() || digits.length() > 16) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseUnsignedLong(digits, 16));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
