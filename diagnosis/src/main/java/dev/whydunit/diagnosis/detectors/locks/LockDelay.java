package dev.whydunit.diagnosis.detectors.locks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.profile.CodeLocation;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.profile.ProfileKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A mutex profile in which the callers of one function's lock waited long, and for most of all time waited.
///
/// A mutex profile counts, at each Unlock, how long others waited for that lock (`runtime/mprof.go`, `mutexevent`).
public final class LockDelay implements Detector {

    private static final FindingId FINDING = new FindingId("lock-delay");
    private static final Measure DELAY = new Measure("delay");
    private static final Measure SHARE = new Measure("delay-share");

    /// The sum over all waiters: less is noise of a service that has run for an hour.
    private static final Duration TOTAL = Duration.ofSeconds(20);

    /// Mean wait for the lock: a short critical section makes microseconds.
    private static final Duration MEAN = Duration.ofMillis(1);

    /// One lock is the story where it makes most of the delay.
    private static final double SHARE_OF_ONE = 0.6;

    @Override
    public String id() {
        return "lock-delay";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(Profile.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        return Detection.of(process.all(Profile.class).stream()
                .filter(profile -> profile.kind() == ProfileKind.MUTEX)
                .flatMap(profile -> finding(profile, own).stream())
                .toList());
    }

    /// What one own function's lock made others wait.
    private static final class Site {
        private final List<Frame> own;
        private long delay;
        private long contentions;

        Site(List<Frame> own) {
            this.own = own;
        }
    }

    private static Optional<Finding> finding(Profile profile, OwnCode own) {
        int delayType = profile.indexOf("delay");
        int countType = profile.indexOf("contentions");
        if (delayType < 0 || countType < 0) {
            return Optional.empty();
        }
        long total = profile.total(delayType);
        return sites(profile, own, delayType, countType).values().stream()
                .filter(site -> site.delay >= total * SHARE_OF_ONE)
                .filter(site -> site.delay >= TOTAL.toNanos())
                .filter(site -> site.delay / Math.max(1, site.contentions) >= MEAN.toNanos())
                .findFirst()
                .map(site -> finding(profile, site, total));
    }

    private static Map<Object, Site> sites(Profile profile, OwnCode own, int delayType, int countType) {
        List<CodeLocation> locations = profile.locations();
        Map<Object, Site> sites = new LinkedHashMap<>();
        for (int sample = 0; sample < profile.sampleCount(); sample++) {
            List<Frame> frames = new ArrayList<>();
            for (int depth = 0; depth < profile.depth(sample); depth++) {
                frames.addAll(locations.get(profile.location(sample, depth)).frames());
            }
            List<Frame> ownFrames = own.frames(frames);
            if (!ownFrames.isEmpty()) {
                Site site =
                        sites.computeIfAbsent(ownFrames.getFirst().function().enclosing(), _ -> new Site(ownFrames));
                site.delay += profile.value(sample, delayType);
                site.contentions += profile.value(sample, countType);
            }
        }
        return sites;
    }

    private static Finding finding(Profile profile, Site site, long total) {
        Quantity share = Quantity.ratio((double) site.delay / total);
        Quantity delay = Quantity.span(Duration.ofNanos(site.delay));
        Quantity mean = Quantity.span(Duration.ofNanos(site.delay / Math.max(1, site.contentions)));
        return Finding.observed(
                        FINDING,
                        new Subject.Lock(0, site.own, List.of()),
                        "Others waited %s for the lock that %s gives back, %s at a time: %s of all time waited for locks."
                                .formatted(
                                        delay.text(), CrashStory.place(site.own.getFirst()), mean.text(), share.text()),
                        profile.cite())
                .with(DELAY, delay)
                .with(SHARE, share);
    }
}
