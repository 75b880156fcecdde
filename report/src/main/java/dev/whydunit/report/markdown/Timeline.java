package dev.whydunit.report.markdown;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Moment;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.report.EvidenceNames;
import dev.whydunit.report.Report;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The evidence whose time is known, in the order of time.
final class Timeline {
    /// More entries are no overview.
    private static final int MOST_ENTRIES = 60;

    private Timeline() {}

    /// One entry; the time to the second.
    record Entry(Instant at, String what, Cite cite) {
        String when() {
            return at.truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }

    static List<Entry> of(Report report) {
        return report.evidence().stream()
                .flatMap(piece -> entry(report, piece).stream())
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::cite))
                .limit(MOST_ENTRIES)
                .toList();
    }

    private static Optional<Entry> entry(Report report, Evidence piece) {
        var when = piece instanceof LogClue clue && clue.first().isPresent()
                ? clue.first()
                : piece.origin().when().map(Moment::at);
        return when.map(at -> new Entry(at, told(report, piece), report.place(piece.cite())));
    }

    private static String told(Report report, Evidence piece) {
        var name = EvidenceNames.of(piece);
        return piece instanceof LogClue || piece instanceof Crash
                ? report.words().line(name)
                : report.words().text(name);
    }
}
