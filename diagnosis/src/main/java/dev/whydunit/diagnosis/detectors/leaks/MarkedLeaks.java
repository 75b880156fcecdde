package dev.whydunit.diagnosis.detectors.leaks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.leaks.CountedStack;
import dev.whydunit.diagnosis.facts.leaks.Parking;
import dev.whydunit.diagnosis.facts.leaks.Site;
import dev.whydunit.diagnosis.facts.leaks.Sites;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.Goroutine;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineProfile;
import dev.whydunit.evidence.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Goroutines that the runtime's own leak detection found: the mark `(leaked)` in a header, or the
/// `goroutineleak` profile (Go 1.26 and later). What they wait for cannot be reached by anybody.
public final class MarkedLeaks implements Detector {

    private static final String PREFIX = "marked-leaked-on-";
    private static final Measure GOROUTINES = new Measure("goroutines");

    @Override
    public String id() {
        return "marked-leaks";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GoroutineDump.class, GoroutineProfile.class, Profile.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Parking.findings(PREFIX);
    }

    @Override
    public Detection detect(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        Stream<Finding> marked = process.fact(Sites.FACT).values().stream()
                .flatMap(List::stream)
                .filter(site -> site.members().anyMatch(Goroutine::leaked))
                .flatMap(site -> ofSite(site, own).stream());
        Stream<Finding> counted = process.fact(CountedStack.FACT).stream()
                .filter(CountedStack::leaks)
                .flatMap(stack -> ofStack(stack, own).stream());
        return Detection.of(Stream.concat(marked, counted).toList());
    }

    private static Optional<Finding> ofSite(Site site, OwnCode own) {
        if (site.own().isEmpty()) {
            return Optional.empty();
        }
        return Parking.of(site, own::isOwn)
                .map(kind -> finding(
                        kind,
                        site.subject(),
                        site.count(),
                        site.own().getFirst(),
                        site.cites().getFirst()));
    }

    private static Optional<Finding> ofStack(CountedStack stack, OwnCode own) {
        List<Frame> frames = own.frames(stack.frames());
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        Subject subject =
                new Subject.Function(frames.getFirst(), frames.stream().skip(1).toList());
        return Parking.of(stack.operation(), stack.frames(), true, own::isOwn)
                .map(kind -> finding(kind, subject, stack.count(), frames.getFirst(), stack.cite()));
    }

    private static Finding finding(
            Parking kind, Subject subject, long count, Frame place, dev.whydunit.evidence.Cite cite) {
        return Finding.observed(
                        kind.finding(PREFIX),
                        subject,
                        "The runtime found that nothing can wake %,d goroutines which %s in %s."
                                .formatted(count, kind.doing(), CrashStory.place(place)),
                        cite)
                .with(GOROUTINES, Quantity.count(count));
    }
}
