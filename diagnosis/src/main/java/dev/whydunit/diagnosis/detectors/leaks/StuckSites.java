package dev.whydunit.diagnosis.detectors.leaks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.leaks.Idleness;
import dev.whydunit.diagnosis.facts.leaks.KnownParked;
import dev.whydunit.diagnosis.facts.leaks.Parking;
import dev.whydunit.diagnosis.facts.leaks.Site;
import dev.whydunit.diagnosis.facts.leaks.Sites;
import dev.whydunit.diagnosis.facts.waits.Standstill;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goroutines of one `go` statement that one dump shows parked for good: many, made over the life of the
/// process and not in one go, none of them of a living connection, and old.
public final class StuckSites implements Detector {

    private static final String PREFIX = "stuck-on-";
    private static final Measure GOROUTINES = new Measure("goroutines");
    private static final Measure MINUTES = new Measure("median-minutes");

    /// Below, a group is noise of a busy server, unless what it waits in can never end.
    private static final long CROWD = 10;

    /// So many that no program keeps them idle on purpose, also where the dump prints no minutes (before
    /// the first collection none is printed).
    private static final long HORDE = 500;

    /// A collection has found them parked, and another one later: requests are over by then.
    private static final int OLD_MINUTES = 1;

    /// A sender, or a waiter for a WaitGroup, waits for a moment as a rule: few of them that are so old
    /// are enough.
    private static final int VERY_OLD_MINUTES = 2;

    private static final long FEW = 3;

    @Override
    public String id() {
        return "stuck-sites";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Parking.findings(PREFIX);
    }

    @Override
    public Detection detect(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        if (process.fact(Standstill.FACT).allAsleep()) {
            return Detection.of(process.fact(Sites.FACT).values().stream()
                    .flatMap(List::stream)
                    .flatMap(site -> asleep(site, own).stream())
                    .toList());
        }
        return Detection.of(process.fact(Sites.FACT).entrySet().stream()
                .filter(entry -> entry.getValue().getFirst().dump().detail().allGoroutines())
                .flatMap(entry -> entry.getValue().stream()
                        .flatMap(site -> finding(site, new Idleness(entry.getValue()), own).stream()))
                .toList());
    }

    /// The runtime has found that nothing can wake anybody: number and age say no more.
    private static Optional<Finding> asleep(Site site, OwnCode own) {
        if (site.own().stream().noneMatch(own::isOwn)) {
            return Optional.empty();
        }
        return Parking.of(site, own::isOwn)
                .filter(kind -> kind != Parking.OTHER)
                .map(kind -> finding(kind, site));
    }

    private static Optional<Finding> finding(Site site, Idleness idleness, OwnCode own) {
        boolean ownCode = site.own().stream().anyMatch(own::isOwn);
        if (!ownCode || site.createdBy().isEmpty()) {
            return Optional.empty();
        }
        return Parking.of(site, own::isOwn)
                .map(kind -> kind == Parking.SELECT || kind == Parking.RECEIVE ? ticking(kind, site, idleness) : kind)
                .filter(kind ->
                        isCall(kind) || !KnownParked.contains(site.points().getFirst(), own))
                .filter(kind -> isStuck(kind, site, idleness))
                .map(kind -> finding(kind, site));
    }

    private static boolean isCall(Parking kind) {
        return kind == Parking.CLIENT_CALL || kind == Parking.BACKGROUND_CALL;
    }

    /// A loop over a ticker shows as select or receive, and never shows minutes: it wakes up too often.
    private static Parking ticking(Parking kind, Site site, Idleness idleness) {
        return idleness.wakesUp(site) ? Parking.SLEEP : kind;
    }

    private static boolean isStuck(Parking kind, Site site, Idleness idleness) {
        return switch (kind) {
            case NIL_CHANNEL -> true;
            case SEND -> isOld(site, FEW, VERY_OLD_MINUTES) || (isCrowd(site) && !Idleness.isPool(site));
            case WAITGROUP ->
                site.count() >= FEW && site.longest() >= VERY_OLD_MINUTES && !idleness.hasLivingSiblings(site);
            case RECEIVE, SELECT, COND -> isCrowd(site) && !Idleness.isPool(site) && !idleness.isOfConnections(site);
            case SLEEP ->
                site.count() >= CROWD
                        && idleness.wakesUp(site)
                        && !Idleness.isPool(site)
                        && !idleness.isOfConnections(site);
            case CLIENT_CALL, BACKGROUND_CALL -> isOld(site, FEW, VERY_OLD_MINUTES) && !Idleness.isPool(site);
            case OTHER -> false;
        };
    }

    private static boolean isCrowd(Site site) {
        return site.count() >= HORDE || isOld(site, CROWD, OLD_MINUTES);
    }

    private static boolean isOld(Site site, long enough, int minutes) {
        return site.count() >= enough && site.minutes().orElse(0) >= minutes;
    }

    private static Finding finding(Parking kind, Site site) {
        List<Frame> own = site.own();
        String minutes = site.minutes().isPresent()
                ? ", half of them for %d minutes or longer"
                        .formatted(site.minutes().getAsInt())
                : "";
        String made = site.createdBy()
                .filter(frame -> !frame.function().isStandardLibrary())
                .map(frame -> ", made in " + CrashStory.place(frame))
                .orElse("");
        Finding finding = Finding.observed(
                        kind.finding(PREFIX),
                        site.subject(),
                        "%,d goroutines%s %s in %s%s."
                                .formatted(site.count(), made, kind.doing(), CrashStory.place(own.getFirst()), minutes),
                        site.cites().getFirst())
                .citing(site.cites())
                .with(GOROUTINES, Quantity.count(site.count()));
        return site.minutes().isPresent()
                ? finding.with(MINUTES, Quantity.count(site.minutes().getAsInt()))
                : finding;
    }
}
