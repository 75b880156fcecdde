package dev.whydunit.diagnosis.detectors.memory;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.memory.HeapUse;
import dev.whydunit.diagnosis.facts.memory.HeapUse.HeapSite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A function whose memory in use grows from one heap profile to the next and makes up most of the growth.
public final class HeapGrowth implements Detector {

    private static final FindingId FINDING = new FindingId("heap-site-grows");
    private static final Measure GROWTH = new Measure("bytes-added");
    private static final Measure RATE = new Measure("growth-rate");

    /// The heap in use moves with the load by a quarter and less.
    private static final double HEAP_FACTOR = 1.3;

    /// What one function holds moves more than the whole.
    private static final double SITE_FACTOR = 1.5;

    /// A profile samples one allocation in 512 KiB: less than eight samples are an accident.
    private static final long BYTES = 4L << 20;

    /// One function stands for the growth, or the load as a whole grew.
    private static final double SHARE_OF_GROWTH = 0.5;

    @Override
    public String id() {
        return "heap-growth";
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
        List<HeapUse> uses = process.fact(HeapUse.FACT);
        if (!HeapUse.isOrdered(uses)) {
            return new Detection.NotApplicable(
                    "two heap profiles of one run, some minutes apart",
                    "curl -s http://HOST:PORT/debug/pprof/heap > heap-later.pb.gz");
        }
        return Detection.of(growth(uses.getFirst(), uses.getLast()).stream().toList());
    }

    private static Optional<Finding> growth(HeapUse first, HeapUse last) {
        long added = last.inUse() - first.inUse();
        if (added < BYTES || last.inUse() < first.inUse() * HEAP_FACTOR) {
            return Optional.empty();
        }
        return last.largest(site -> added(first, site))
                .filter(site -> added(first, site) >= Math.max(BYTES, added * SHARE_OF_GROWTH))
                .filter(site -> site.inUse() >= before(first, site) * SITE_FACTOR)
                .map(site -> finding(first, last, site));
    }

    private static long before(HeapUse first, HeapSite site) {
        return first.site(site.frame()).map(HeapSite::inUse).orElse(0L);
    }

    private static long added(HeapUse first, HeapSite site) {
        return site.inUse() - before(first, site);
    }

    private static Finding finding(HeapUse first, HeapUse last, HeapSite site) {
        Quantity growth = Quantity.bytes(added(first, site));
        Optional<Quantity> rate = first.taken()
                .flatMap(from -> last.taken().map(to -> Duration.between(from, to)))
                .filter(time -> time.toMillis() > 0)
                .map(time -> Quantity.perSecond(added(first, site) * 1000.0 / time.toMillis(), "B"));
        String statement = "What %s holds grew from %s to %s%s, out of %s by which the whole heap grew."
                .formatted(
                        CrashStory.place(site.frame()),
                        Quantity.bytes(before(first, site)).text(),
                        Quantity.bytes(site.inUse()).text(),
                        rate.map(speed -> " (" + speed.text() + ")").orElse(""),
                        Quantity.bytes(last.inUse() - first.inUse()).text());
        Finding finding = Finding.observed(
                        FINDING,
                        new Subject.Function(site.frame(), site.callers()),
                        statement,
                        last.profile().cite())
                .citing(List.of(last.profile().cite(), first.profile().cite()))
                .with(GROWTH, growth);
        return rate.map(speed -> finding.with(RATE, speed)).orElse(finding);
    }
}
