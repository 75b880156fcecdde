package dev.whydunit.diagnosis.detectors.leaks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.leaks.CountedStack;
import dev.whydunit.diagnosis.facts.leaks.Parking;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineProfile;
import dev.whydunit.evidence.profile.Profile;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Goroutines that a count profile (debug=1 or pprof) shows in one place in numbers that no program keeps
/// idle. Such a profile has no ages: only large numbers, or growth from one profile to the next, speak.
public final class CountedSites implements Detector {

    private static final String STUCK = "stuck-on-";
    private static final String GROWING = "growing-on-";
    private static final FindingId HORDE_AT_WORK = new FindingId("horde-at-work");
    private static final Measure GOROUTINES = new Measure("goroutines");

    /// Senders wait for a moment as a rule.
    private static final long SENDERS = 100;

    /// Idle pools and open connections are hundreds.
    private static final long WAITERS = 1000;

    /// No machine runs so many at a time.
    private static final long WORKERS = 10_000;

    /// A later profile has so many more, and by that factor: a pool breathes, a leak grows.
    private static final long ADDED = 50;

    private static final double FACTOR = 1.3;

    @Override
    public String id() {
        return "counted-sites";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineProfile.class, Profile.class);
    }

    @Override
    public Set<FindingId> findings() {
        Set<FindingId> all = new HashSet<>(Parking.findings(STUCK));
        all.addAll(Parking.findings(GROWING));
        all.add(HORDE_AT_WORK);
        return Set.copyOf(all);
    }

    /// The goroutines of one profile in one place.
    private record Place(Evidence profile, Parking kind, List<Frame> own, long count, Cite cite) {
        Object key() {
            return List.of(kind, own.getFirst().function());
        }
    }

    @Override
    public Detection detect(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        Map<Cite, List<Place>> byProfile = process.fact(CountedStack.FACT).stream()
                .filter(stack -> !stack.leaks())
                .flatMap(stack -> place(stack, own).stream())
                .collect(Collectors.groupingBy(
                        place -> place.profile().cite(), LinkedHashMap::new, Collectors.toList()));
        List<List<Place>> profiles = byProfile.values().stream()
                .map(CountedSites::merged)
                .sorted(Comparator.comparing(places -> places.getFirst()
                        .profile()
                        .origin()
                        .when()
                        .map(moment -> moment.at().toEpochMilli())
                        .orElse(0L)))
                .toList();
        Set<Finding> findings = new java.util.LinkedHashSet<>();
        profiles.forEach(places ->
                places.stream().flatMap(place -> crowd(place).stream()).forEach(findings::add));
        if (profiles.size() > 1 && isOrdered(profiles)) {
            profiles.getLast().stream()
                    .flatMap(place -> growth(place, profiles.getFirst()).stream())
                    .forEach(findings::add);
        }
        return Detection.of(List.copyOf(findings));
    }

    private static Optional<Place> place(CountedStack stack, OwnCode own) {
        List<Frame> frames = stack.frames().stream().filter(own::isOwn).toList();
        return frames.isEmpty()
                ? Optional.empty()
                : Parking.of(
                                stack.operation(),
                                stack.frames(),
                                own.isOwn(stack.frames().getLast()),
                                own::isOwn)
                        .map(kind -> new Place(stack.profile(), kind, frames, stack.count(), stack.cite()));
    }

    private static List<Place> merged(List<Place> places) {
        Map<Object, Place> byKey = new LinkedHashMap<>();
        places.forEach(place -> byKey.merge(
                place.key(),
                place,
                (first, second) -> new Place(
                        first.profile(), first.kind(), first.own(), first.count() + second.count(), first.cite())));
        return List.copyOf(byKey.values());
    }

    private static boolean isOrdered(List<List<Place>> profiles) {
        return profiles.stream()
                        .map(places -> places.getFirst().profile().origin().when())
                        .filter(Optional::isPresent)
                        .distinct()
                        .count()
                == profiles.size();
    }

    private static Optional<Finding> crowd(Place place) {
        boolean stuck = switch (place.kind()) {
            case SEND, NIL_CHANNEL -> place.count() >= SENDERS;
            case RECEIVE, SELECT, COND, WAITGROUP, BACKGROUND_CALL -> place.count() >= WAITERS;
            case OTHER, SLEEP, CLIENT_CALL -> false;
        };
        if (stuck) {
            return Optional.of(finding(place.kind().finding(STUCK), place, ""));
        }
        boolean atWork = place.kind() == Parking.OTHER || place.kind() == Parking.SLEEP;
        boolean horde = atWork && place.count() >= WORKERS;
        return horde ? Optional.of(finding(HORDE_AT_WORK, place, "")) : Optional.empty();
    }

    private static Optional<Finding> growth(Place place, List<Place> first) {
        long was = first.stream()
                .filter(other -> other.key().equals(place.key()))
                .mapToLong(Place::count)
                .sum();
        boolean grows = place.count() - was >= ADDED && place.count() >= was * FACTOR;
        return grows && place.kind() != Parking.OTHER
                ? Optional.of(
                        finding(place.kind().finding(GROWING), place, ", %,d in an earlier profile".formatted(was)))
                : Optional.empty();
    }

    private static Finding finding(FindingId id, Place place, String growth) {
        return Finding.observed(
                        id,
                        new Subject.Function(
                                place.own().getFirst(),
                                place.own().stream().skip(1).toList()),
                        "%,d goroutines%s %s in %s."
                                .formatted(
                                        place.count(),
                                        growth,
                                        place.kind().doing(),
                                        CrashStory.place(place.own().getFirst())),
                        place.cite())
                .with(GOROUTINES, Quantity.count(place.count()));
    }
}
