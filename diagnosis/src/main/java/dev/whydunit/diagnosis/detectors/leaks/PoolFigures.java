package dev.whydunit.diagnosis.detectors.leaks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.evidence.log.LogClueKind;
import dev.whydunit.evidence.log.PoolStatistics;
import dev.whydunit.evidence.log.PoolStatistics.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a pool says of itself: all connections in use and callers that wait; and clients that gave up
/// waiting.
public final class PoolFigures implements Detector {

    private static final FindingId USED_UP = new FindingId("pool-used-up");
    private static final FindingId TIMEOUTS = new FindingId("pool-timeouts");
    private static final Measure IN_USE = new Measure("connections-in-use");
    private static final Measure GAVE_UP = new Measure("callers-that-gave-up");

    @Override
    public String id() {
        return "pool-figures";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(PoolStatistics.class, LogClue.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(USED_UP, TIMEOUTS);
    }

    @Override
    public Detection detect(ProcessView process) {
        Stream<Finding> figures = process.all(PoolStatistics.class).stream().flatMap(pool -> usedUp(pool).stream());
        Stream<Finding> clues = process.all(LogClue.class).stream()
                .filter(clue -> clue.kind() == LogClueKind.POOL_TIMEOUT)
                .map(PoolFigures::gaveUp);
        return Detection.of(Stream.concat(figures, clues).toList());
    }

    private static Optional<Finding> usedUp(PoolStatistics pool) {
        List<Sample> full = pool.samples().stream().filter(PoolFigures::isFull).toList();
        if (full.isEmpty() || full.size() * 2 < pool.samples().size() || !waits(pool.samples())) {
            return Optional.empty();
        }
        Sample last = full.getLast();
        return Optional.of(Finding.observed(
                        USED_UP,
                        new Subject.Process(Optional.of("pool " + pool.pool()), List.of()),
                        "Pool %s: %,d connections in use, none idle, %,d callers have had to wait."
                                .formatted(
                                        pool.pool(),
                                        last.inUse().orElse(0),
                                        last.waitCount().orElse(0)),
                        last.cite())
                .with(IN_USE, Quantity.count(last.inUse().orElse(0))));
    }

    private static boolean isFull(Sample sample) {
        long inUse = sample.inUse().orElse(0);
        boolean atLimit = sample.max().isEmpty() || inUse >= sample.max().getAsLong();
        return inUse > 0 && sample.idle().orElse(0) == 0 && atLimit;
    }

    /// Callers wait at the end: the count grew, or the only statement has one.
    private static boolean waits(List<Sample> samples) {
        long first = samples.getFirst().waitCount().orElse(0);
        long last = samples.getLast().waitCount().orElse(0);
        return samples.size() == 1 ? last > 0 : last > first;
    }

    private static Finding gaveUp(LogClue clue) {
        return Finding.observed(
                        TIMEOUTS,
                        Subject.Process.whole(),
                        "%,d callers gave up waiting for a connection: `%s`."
                                .formatted(clue.count(), clue.example().strip()),
                        clue.cite())
                .citing(clue.cites())
                .with(GAVE_UP, Quantity.count(clue.count()));
    }
}
