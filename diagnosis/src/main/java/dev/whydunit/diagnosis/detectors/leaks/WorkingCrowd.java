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
import java.util.Set;
import java.util.stream.Stream;

/// A crowd of goroutines that is busy with work or calls that would end: more than a program needs at a
/// time.
public final class WorkingCrowd implements Detector {

    private static final FindingId AT_WORK = new FindingId("crowd-at-work");
    private static final FindingId IN_CALL = new FindingId("crowd-in-client-call");
    private static final Measure GOROUTINES = new Measure("goroutines");

    /// A busy server has hundreds of requests in progress; thousands of one place are started without a
    /// bound.
    private static final long CROWD = 2000;

    /// So many in calls to one party are more than a healthy party needs.
    private static final long CALLERS = 50;

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
        return Set.of(AT_WORK, IN_CALL);
    }

    @Override
    public Detection detect(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        return Detection.of(process.fact(Sites.FACT).values().stream()
                .flatMap(List::stream)
                .filter(site -> site.own().stream().anyMatch(own::isOwn))
                .flatMap(site -> finding(site, own))
                .toList());
    }

    private static Stream<Finding> finding(Site site, OwnCode own) {
        return Parking.of(site, own::isOwn).stream().flatMap(kind -> switch (kind) {
            case OTHER, SLEEP ->
                site.count() >= CROWD && site.minutes().isEmpty() && !Idleness.isPool(site)
                        ? Stream.of(finding(AT_WORK, site))
                        : Stream.empty();
            case CLIENT_CALL, BACKGROUND_CALL ->
                site.count() >= CALLERS ? Stream.of(finding(IN_CALL, site)) : Stream.empty();
            case SEND, RECEIVE, SELECT, WAITGROUP, COND, NIL_CHANNEL -> Stream.empty();
        });
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
