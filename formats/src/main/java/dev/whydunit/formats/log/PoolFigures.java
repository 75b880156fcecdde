package dev.whydunit.formats.log;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.log.PoolStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Figures of a connection pool in one line: `in_use=10 idle=0 wait_count=532`, `"in_use":10`, or `sql.DBStats` printed
/// with `%+v` (`{MaxOpenConnections:10 OpenConnections:10 InUse:10 Idle:0 WaitCount:532 WaitDuration:1m2s ...}`).
final class PoolFigures {
    private static final List<String> MAX = List.of("MaxOpenConnections", "max_open_connections", "max_open", "max");
    private static final List<String> OPEN = List.of("OpenConnections", "open_connections", "open");
    private static final List<String> IN_USE = List.of("InUse", "in_use");
    private static final List<String> IDLE = List.of("Idle", "idle");
    private static final List<String> WAIT_COUNT = List.of("WaitCount", "wait_count");
    private static final List<String> WAIT_MILLIS = List.of("wait_ms", "wait_duration_ms");
    private static final int LONGEST_NUMBER = 18;

    private PoolFigures() {}

    /// Empty where the line does not say how many are in use.
    static Optional<PoolStatistics.Sample> of(String line, Cite cite) {
        var inUse = figure(line, IN_USE);
        if (inUse.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PoolStatistics.Sample(
                figure(line, MAX),
                figure(line, OPEN),
                inUse,
                figure(line, IDLE),
                figure(line, WAIT_COUNT),
                figure(line, WAIT_MILLIS),
                cite));
    }

    private static OptionalLong figure(String line, List<String> names) {
        for (String name : names) {
            for (int at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
                boolean wordBefore = at > 0 && isWord(line.charAt(at - 1));
                int value = wordBefore ? -1 : afterSeparator(line, at + name.length());
                if (value >= 0) {
                    return number(line, value);
                }
            }
        }
        return OptionalLong.empty();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /// Where a digit stands after `=`, `:`, `":` or `": `; -1 where none does.
    private static int afterSeparator(String line, int from) {
        int at = from;
        if (at < line.length() && line.charAt(at) == '"') {
            at++;
        }
        if (at >= line.length() || "=:".indexOf(line.charAt(at)) < 0) {
            return -1;
        }
        at++;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9' ? at : -1;
    }

    private static OptionalLong number(String line, int from) {
        int to = from;
        while (to < line.length() && to - from < LONGEST_NUMBER && line.charAt(to) >= '0' && line.charAt(to) <= '9') {
            to++;
        }
        return OptionalLong.of(Long.parseLong(line.substring(from, to)));
    }
}
