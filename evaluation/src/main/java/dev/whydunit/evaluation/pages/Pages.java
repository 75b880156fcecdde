package dev.whydunit.evaluation.pages;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.catalogue.Catalogue;
import dev.whydunit.diagnosis.detectors.Detectors;
import dev.whydunit.evidence.FindingId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The pages of all registered units.
public final class Pages {

    private final TreeMap<String, UnitPage> byId = new TreeMap<>();
    private final TreeMap<String, String> detectorOf = new TreeMap<>();

    public Pages() {
        for (Cause cause : Catalogue.all()) {
            add(cause.id().text(), cause.getClass());
        }
        for (Detector detector : Detectors.all()) {
            add(detector.id(), detector.getClass());
            detector.findings().stream()
                    .map(FindingId::text)
                    .forEach(finding -> detectorOf.putIfAbsent(finding, detector.id()));
        }
    }

    private void add(String id, Class<?> unit) {
        UnitPage.of(id, unit).ifPresent(page -> byId.put(id, page));
    }

    /// The page of a cause or a detector, or of the detector that gives a finding.
    public Optional<UnitPage> find(String id) {
        return Stream.of(
                        Optional.ofNullable(byId.get(id)),
                        Optional.ofNullable(detectorOf.get(id)).map(byId::get))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// All pages by id.
    public Collection<UnitPage> all() {
        return List.copyOf(byId.values());
    }

    /// The ids that are nearest to one that is not known, the nearest first.
    public List<String> near(String id, int atMost) {
        return byId.keySet().stream()
                .sorted(Comparator.comparingInt((String known) -> distance(known, id))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(atMost)
                .toList();
    }

    /// How many words differ, then how many letters: `lock-double` is near to `double-lock`.
    private static int distance(String known, String asked) {
        List<String> words = List.of(known.split("-"));
        long shared = Stream.of(asked.split("-")).filter(words::contains).count();
        return edits(known, asked) - (int) (shared * 4);
    }

    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
