package dev.whydunit.formats.envelope;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.time.Timestamps;
import java.util.List;
import java.util.Locale;

/// The time of a line of journald, as a text whose order is that of the times within one year.
final class JournalTime {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final int SHORT_TIME_CHARS = 15;
    private static final int MONTH_CHARS = 3;

    private JournalTime() {}

    /// Empty where a line has none.
    static String of(Line line) {
        var stamp = Timestamps.leading(line.buffer(), line.from(), line.to());
        if (stamp.isPresent()) {
            return String.format(Locale.ROOT, "%020d", stamp.nanos());
        }
        if (line.length() < SHORT_TIME_CHARS || line.at(9) != ':' || line.at(12) != ':') {
            return "";
        }
        int month = MONTHS.indexOf(line.text(0, MONTH_CHARS));
        return month < 0 ? "" : String.format(Locale.ROOT, "%02d", month) + line.text(MONTH_CHARS, SHORT_TIME_CHARS);
    }
}
