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
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A crowd of goroutines that is busy with work or calls that would end: more than a program needs at a
/// time.
public final class WorkingCrowd implements Detector {

    private static final FindingId AT_WORK = new FindingId("crowd-at-work");
    private static final FindingId HORDE_AT_WORK = new FindingId("horde-at-work");
    private static final FindingId IN_CALL = new FindingId("crowd-in-client-call");
    private static final FindingId MOST_IN_CALL = new FindingId("most-in-client-call");
    private static final Measure GOROUTINES = new Measure("goroutines");

    /// A busy server has hundreds of requests in progress; thousands of one place are started without a
    /// bound.
    private static final long CROWD = 2000;

    /// No machine runs so many at a time: they were started without a bound, whatever the load is.
    private static final long HORDE = 10_000;

    /// So many in calls to one party are more than a healthy party needs.
    private static final long CALLERS = 50;

    /// Of all goroutines: the program does little else than wait for that party.
    private static final double MOST = 0.3;

    /// A crowd that a second dump shows again is no burst.
    private static final int DUMPS = 2;

    @Override
    public String id() {
        return "working-crowd";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(AT_WORK, HORDE_AT_WORK, IN_CALL, MOST_IN_CALL);
    }

    @Override
    public Detection detect(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        List<Site> sites = process.fact(Sites.FACT).values().stream()
                .flatMap(List::stream)
                .filter(site -> site.own().stream().anyMatch(own::isOwn))
                .toList();
        return Detection.of(sites.stream()
                .flatMap(site -> finding(site, sites, own).stream())
                .toList());
    }

    private static Optional<Finding> finding(Site site, List<Site> all, OwnCode own) {
        return Parking.of(site, own::isOwn).flatMap(kind -> switch (kind) {
            case OTHER, SLEEP -> atWork(site, all);
            case CLIENT_CALL, BACKGROUND_CALL -> inCall(site, all);
            case SEND, RECEIVE, SELECT, WAITGROUP, COND, NIL_CHANNEL -> Optional.empty();
        });
    }

    private static Optional<Finding> atWork(Site site, List<Site> all) {
        if (site.count() < CROWD || Idleness.isPool(site)) {
            return Optional.empty();
        }
        boolean horde = site.count() >= HORDE || stays(site, all, CROWD);
        return Optional.of(finding(horde ? HORDE_AT_WORK : AT_WORK, site));
    }

    private static Optional<Finding> inCall(Site site, List<Site> all) {
        if (site.count() < CALLERS) {
            return Optional.empty();
        }
        boolean most = site.count() >= site.dump().count() * MOST || stays(site, all, CALLERS);
        return Optional.of(finding(most ? MOST_IN_CALL : IN_CALL, site));
    }

    private static boolean stays(Site site, List<Site> all, long crowd) {
        return all.stream()
                        .filter(other -> other.key().equals(site.key()) && other.count() >= crowd)
                        .map(other -> other.dump().cite())
                        .distinct()
                        .count()
                >= DUMPS;
    }

    private static Finding finding(FindingId id, Site site) {
        return Finding.observed(
                        id,
                        site.subject(),
                        "%,d goroutines at a time are in %s of %s."
                                .formatted(
                                        site.count(),
                                        site.operation().text(),
                                        CrashStory.place(site.own().getFirst())),
                        site.cites().getFirst())
                .citing(site.cites())
                .with(GOROUTINES, Quantity.count(site.count()));
    }
}
