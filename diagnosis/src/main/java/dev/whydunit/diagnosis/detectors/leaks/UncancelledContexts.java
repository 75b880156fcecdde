package dev.whydunit.diagnosis.detectors.leaks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.leaks.Site;
import dev.whydunit.diagnosis.facts.leaks.Sites;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Set;

/// Goroutines of package context that wait for the end of a parent or child which never comes: a cancel
/// function was dropped.
///
/// A context below one of another package's type is watched by a goroutine until either is done
/// (`context.go`, `propagateCancel`).
public final class UncancelledContexts implements Detector {

    private static final FindingId FINDING = new FindingId("contexts-never-cancelled");
    private static final Measure GOROUTINES = new Measure("goroutines");

    /// Requests in progress have one each.
    private static final long CROWD = 20;

    @Override
    public String id() {
        return "uncancelled-contexts";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.fact(Sites.FACT).values().stream()
                .flatMap(List::stream)
                .filter(UncancelledContexts::isWatcher)
                .filter(site -> site.count() >= CROWD && site.minutes().orElse(0) >= 1)
                .map(UncancelledContexts::finding)
                .toList());
    }

    private static boolean isWatcher(Site site) {
        return site.points()
                .getFirst()
                .calledBy()
                .map(frame -> frame.function().canonical())
                .filter(name -> name.startsWith("context.(*cancelCtx).propagateCancel.func")
                        || name.startsWith("context.propagateCancel.func"))
                .isPresent();
    }

    private static Finding finding(Site site) {
        return Finding.observed(
                        FINDING,
                        new Subject.CreationSite(site.createdBy().orElseThrow(), List.of()),
                        "%,d goroutines of package context wait for a context that is never cancelled."
                                .formatted(site.count()),
                        site.cites().getFirst())
                .with(GOROUTINES, Quantity.count(site.count()));
    }
}
