package dev.whydunit.diagnosis.detectors.leaks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.leaks.Idleness;
import dev.whydunit.diagnosis.facts.leaks.Parking;
import dev.whydunit.diagnosis.facts.leaks.Site;
import dev.whydunit.diagnosis.facts.leaks.Sites;
import dev.whydunit.diagnosis.facts.leaks.Snapshots;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A site that has more goroutines in a later dump: with those of the earlier dump still there (nobody
/// leaves: a leak), or with most of them gone (they leave, more slowly than they come).
public final class GrowingSites implements Detector {

    private static final String LEAK = "growing-on-";
    private static final FindingId CROWD = new FindingId("growing-with-turnover");
    private static final Measure GROWTH = new Measure("goroutines-added");
    private static final Measure RATE = new Measure("growth-rate");

    /// Fewer come and go with a burst.
    private static final long ADDED = 10;

    /// And by what factor: a large pool breathes by a few percent.
    private static final double FACTOR = 1.1;

    /// Nobody leaves a leak; goroutines that work do.
    private static final double STAYED = 0.9;

    /// Who stood still between the dumps has grown older by as much, and whatever collects the garbage has
    /// seen it.
    private static final int AGED_MINUTES = 1;

    /// A crowd with turnover is a story only when it is large: a queue of a busy second is not.
    private static final long CROWD_SIZE = 200;

    @Override
    public String id() {
        return "growing-sites";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        Set<FindingId> all = new HashSet<>(Parking.findings(LEAK));
        all.add(CROWD);
        return Set.copyOf(all);
    }

    @Override
    public Detection detect(ProcessView process) {
        Snapshots snapshots = process.fact(Snapshots.FACT);
        if (snapshots.dumps().size() < 2) {
            return new Detection.NotApplicable(
                    "two full goroutine dumps of one process",
                    "curl -s 'http://HOST:PORT/debug/pprof/goroutine?debug=2' > later.txt");
        }
        Map<Cite, List<Site>> sites = process.fact(Sites.FACT);
        OwnCode own = process.fact(OwnCode.FACT);
        List<Site> first = sites.getOrDefault(snapshots.dumps().getFirst().cite(), List.of());
        List<Site> last = sites.getOrDefault(snapshots.dumps().getLast().cite(), List.of());
        return Detection.of(last.stream()
                .filter(site -> site.own().stream().anyMatch(own::isOwn))
                .flatMap(site -> {
                    Optional<Site> before = earlier(site, first);
                    boolean ticks = new Idleness(last).wakesUp(site)
                            || before.filter(was -> wokeUp(was, site, first, last))
                                    .isPresent();
                    return finding(before, site, snapshots.between(), kind(site, ticks, own)).stream();
                })
                .toList());
    }

    /// A loop over a ticker shows as select or receive, and never shows minutes.
    private static Optional<Parking> kind(Site site, boolean ticks, OwnCode own) {
        return Parking.of(site, own::isOwn)
                .map(kind -> ticks && (kind == Parking.SELECT || kind == Parking.RECEIVE) ? Parking.SLEEP : kind);
    }

    /// Whether goroutines that both dumps show have no minutes in the later one, although others have
    /// grown older by minutes between.
    private static boolean wokeUp(Site before, Site after, List<Site> first, List<Site> last) {
        return before.longest() == 0
                && after.longest() == 0
                && before.ids().anyMatch(after.idSet()::contains)
                && longest(last) >= longest(first) + AGED_MINUTES;
    }

    private static int longest(List<Site> sites) {
        return sites.stream().mapToInt(Site::longest).max().orElse(0);
    }

    private static Optional<Site> earlier(Site site, List<Site> first) {
        return first.stream().filter(other -> other.key().equals(site.key())).findFirst();
    }

    private static Optional<Finding> finding(
            Optional<Site> before, Site after, Optional<Duration> between, Optional<Parking> parking) {
        long was = before.map(Site::count).orElse(0L);
        long added = after.count() - was;
        if (added < ADDED || after.count() < was * FACTOR) {
            return Optional.empty();
        }
        boolean stay = before.isPresent() && stayed(before.get(), after) >= STAYED;
        if (!stay && after.count() < CROWD_SIZE) {
            return Optional.empty();
        }
        return parking.filter(kind -> !stay || kind != Parking.OTHER)
                .map(kind -> finding(stay ? kind.finding(LEAK) : CROWD, was, after, between, stay));
    }

    private static double stayed(Site before, Site after) {
        Set<Long> later = after.idSet();
        long kept = before.ids().filter(later::contains).count();
        return (double) kept / before.ids().count();
    }

    private static Finding finding(FindingId id, long was, Site after, Optional<Duration> between, boolean stay) {
        long added = after.count() - was;
        Optional<Quantity> rate = between.filter(time -> time.toMillis() > 0)
                .map(time -> Quantity.perSecond(added * 1000.0 / time.toMillis(), "goroutines"));
        String statement = "Goroutines in %s of %s grew from %,d to %,d%s; %s."
                .formatted(
                        after.operation().text(),
                        CrashStory.place(after.own().getFirst()),
                        was,
                        after.count(),
                        rate.map(quantity -> " (" + quantity.text() + ")").orElse(""),
                        stay ? "none of the earlier ones has gone" : "the earlier ones have gone, and more came");
        Finding finding = Finding.observed(
                        id, after.subject(), statement, after.cites().getFirst())
                .citing(after.cites())
                .with(GROWTH, Quantity.count(added));
        return rate.map(quantity -> finding.with(RATE, quantity)).orElse(finding);
    }
}
