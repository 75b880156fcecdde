package dev.whydunit.formats.log;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// A resident set size in one line: `rss=1288490188`, `rss=1228MiB`, `VmRSS:   1258291 kB`.
final class ResidentFigure {
    private static final List<String> NAMES = List.of("VmRSS:", "RssAnon:", "rss=");
    private static final int LONGEST_NUMBER = 15;

    private ResidentFigure() {}

    static OptionalLong bytes(String line) {
        for (String name : NAMES) {
            int at = line.indexOf(name);
            if (at == 0 || (at > 0 && !Character.isLetterOrDigit(line.charAt(at - 1)) && line.charAt(at - 1) != '-')) {
                return bytes(line, at + name.length());
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong bytes(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        int start = at;
        while (at < line.length() && at - start < LONGEST_NUMBER && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
            at++;
        }
        if (at == start || (at < line.length() && line.charAt(at) == '.')) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(line.substring(start, at));
        long unit = unit(line.substring(at, Math.min(line.length(), at + 4)).strip());
        return unit == 0 || number > Long.MAX_VALUE / unit ? OptionalLong.empty() : OptionalLong.of(number * unit);
    }

    /// Bytes of the unit that a text begins with; 0 for a unit that is not known.
    private static long unit(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || !Character.isLetter(lower.charAt(0)) || lower.startsWith("b")) {
            return 1;
        }
        return switch (lower.charAt(0)) {
            case 'k' -> 1L << 10;
            case 'm' -> 1L << 20;
            case 'g' -> 1L << 30;
            default -> 0;
        };
    }
}
