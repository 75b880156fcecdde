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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A log in which many calls to one party timed out.
public final class PartyTimeouts implements Detector {

    private static final FindingId FINDING = new FindingId("timeouts-of-one-party");
    private static final Measure TIMEOUTS = new Measure("timeouts");

    private static final Set<LogClueKind> KINDS =
            Set.of(LogClueKind.IO_TIMEOUT, LogClueKind.DEADLINE_EXCEEDED, LogClueKind.CLIENT_TIMEOUT);

    /// A few calls of a long log time out in healthy services.
    private static final long MANY = 20;

    /// So much of all time-outs must be of one party: where all parties time out, the program is slow
    /// itself.
    private static final double SHARE_OF_ONE = 0.8;

    @Override
    public String id() {
        return "party-timeouts";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(LogClue.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        List<LogClue> timeouts = process.all(LogClue.class).stream()
                .filter(clue -> KINDS.contains(clue.kind()))
                .toList();
        long all = count(timeouts);
        Map<String, List<LogClue>> byPeer = timeouts.stream()
                .filter(clue -> clue.peer().isPresent())
                .collect(Collectors.groupingBy(clue -> clue.peer().orElseThrow(), TreeMap::new, Collectors.toList()));
        return Detection.of(byPeer.values().stream()
                .max(Comparator.comparingLong(PartyTimeouts::count))
                .filter(clues -> count(clues) >= MANY && count(clues) >= all * SHARE_OF_ONE)
                .map(PartyTimeouts::finding)
                .stream()
                .toList());
    }

    private static long count(List<LogClue> clues) {
        return clues.stream().mapToLong(LogClue::count).sum();
    }

    private static Finding finding(List<LogClue> clues) {
        LogClue first = clues.getFirst();
        String peer = first.peer().orElseThrow();
        return Finding.observed(
                        FINDING,
                        new Subject.Dependency(peer, List.of()),
                        "%,d calls to %s timed out: `%s`."
                                .formatted(count(clues), peer, first.example().strip()),
                        first.cite())
                .citing(clues.stream().flatMap(clue -> clue.cites().stream()).toList())
                .with(TIMEOUTS, Quantity.count(count(clues)));
    }
}
