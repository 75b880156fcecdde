package dev.whydunit.formats.log;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Moment;
import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.evidence.log.LogClueKind;
import dev.whydunit.evidence.log.PoolStatistics;
import dev.whydunit.evidence.memory.ResidentMemory;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lines of one stream that no format claims, searched for wordings and figures; counted, not kept.
public final class LogLines {
    /// A few places are enough to look at; the last one is kept beside them.
    private static final int CITES = 5;
    /// Different kinds and peers of one stream; more would be a file made to fill the memory.
    private static final int MOST_CLUES = 1_000;

    private static final int MOST_SAMPLES = 10_000;
    private static final int EXAMPLE_CHARS = 300;

    /// How loggers write the levels at which nothing is wrong (zap, zerolog, slog, logrus, klog's JSON).
    private static final List<String> CALM_LEVELS = List.of(
            "\"level\":\"info\"",
            "\"level\":\"INFO\"",
            "\"level\":\"debug\"",
            "\"level\":\"DEBUG\"",
            "\"severity\":\"INFO\"",
            "level=info",
            "level=INFO",
            "level=debug",
            "level=DEBUG");

    /// What programs tell in all calm.
    private static final Set<LogClueKind> TOLD_AT_INFO =
            Set.of(LogClueKind.TERMINATED, LogClueKind.RETRYING, LogClueKind.HTTP_NOISE);

    private static final long NANOS = 1_000_000_000L;

    private final SectionContext context;
    private final WordingSearch search = WordingSearch.all();
    private final Map<Key, Count> clues = new LinkedHashMap<>();
    private final List<PoolStatistics.Sample> pools = new ArrayList<>();
    private final List<ResidentMemory> resident = new ArrayList<>();

    public LogLines(SectionContext context) {
        this.context = context;
    }

    private record Key(LogClueKind kind, Optional<String> peer) {}

    private static final class Count {
        private long lines;
        private Optional<Instant> first = Optional.empty();
        private Optional<Instant> last = Optional.empty();
        private String example = "";
        private final List<Cite> cites = new ArrayList<>();
        private @Nullable Cite latest;
    }

    /// Looks at the next line that no format claims.
    public void line(Line line) {
        int index = search.find(line);
        if (index < 0) {
            return;
        }
        var wording = search.wording(index);
        switch (wording.says()) {
            case Wording.Says.Clue clue -> {
                if (!isChatter(clue.kind(), line)) {
                    count(clue.kind(), wording, line);
                }
            }
            case Wording.Says.Pool _ -> pool(line);
            case Wording.Says.Resident _ -> resident(line);
        }
    }

    /// What a program logs at level info is no error of its own, whatever words a field of it holds.
    private static boolean isChatter(LogClueKind kind, Line line) {
        if (TOLD_AT_INFO.contains(kind)) {
            return false;
        }
        var text = line.text(0, Math.min(line.length(), EXAMPLE_CHARS));
        return CALM_LEVELS.stream().anyMatch(text::contains);
    }

    private void count(LogClueKind kind, Wording wording, Line line) {
        var text = line.text(0, Math.min(line.length(), 4 * EXAMPLE_CHARS));
        var key = new Key(kind, wording.peerIn(text));
        if (!clues.containsKey(key) && clues.size() == MOST_CLUES) {
            key = new Key(kind, Optional.empty());
        }
        var count = clues.computeIfAbsent(key, _ -> new Count());
        var at = line.cite(context.path());
        if (count.lines++ == 0) {
            count.example =
                    text.substring(0, Math.min(text.length(), EXAMPLE_CHARS)).strip();
        }
        if (count.cites.size() < CITES) {
            count.cites.add(at);
        }
        count.latest = at;
        var when = when(line);
        if (when.isPresent()) {
            count.first = count.first.isEmpty() || when.get().isBefore(count.first.get()) ? when : count.first;
            count.last = count.last.isEmpty() || when.get().isAfter(count.last.get()) ? when : count.last;
        }
    }

    private void pool(Line line) {
        if (pools.size() < MOST_SAMPLES) {
            PoolFigures.of(line.text(), line.cite(context.path())).ifPresent(pools::add);
        }
    }

    private void resident(Line line) {
        if (resident.size() < MOST_SAMPLES) {
            var text = line.text(0, Math.min(line.length(), 4 * EXAMPLE_CHARS));
            ResidentFigure.bytes(text)
                    .ifPresent(bytes -> resident.add(
                            new ResidentMemory(origin(when(line)), line.cite(context.path()), bytes, text.strip())));
        }
    }

    private static Optional<Instant> when(Line line) {
        long nanos = line.epochNanos();
        if (nanos == Line.NO_TIME) {
            nanos = Timestamps.leading(line.buffer(), line.from(), line.to()).nanos();
        }
        return nanos == Line.NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)));
    }

    private Origin origin(Optional<Instant> when) {
        return when.map(at -> context.origin().at(new Moment(at, Moment.Source.ENVELOPE)))
                .orElse(context.origin());
    }

    /// The stream has ended: gives what was counted. The names of what was found.
    public List<String> finish(EvidenceSink sink) {
        clues.forEach((key, count) -> sink.evidence(clue(key, count)));
        if (!pools.isEmpty()) {
            sink.evidence(new PoolStatistics(context.origin(), pools.getFirst().cite(), "", pools));
        }
        resident.forEach(sink::evidence);
        boolean nothing = clues.isEmpty() && pools.isEmpty() && resident.isEmpty();
        clues.clear();
        pools.clear();
        resident.clear();
        return nothing ? List.of() : List.of("log");
    }

    private LogClue clue(Key key, Count count) {
        var cites = new ArrayList<>(count.cites);
        if (count.latest != null && !cites.contains(count.latest)) {
            cites.add(count.latest);
        }
        return new LogClue(
                origin(count.first),
                cites.getFirst(),
                key.kind(),
                key.peer(),
                count.lines,
                count.first,
                count.last,
                count.example,
                cites);
    }
}
