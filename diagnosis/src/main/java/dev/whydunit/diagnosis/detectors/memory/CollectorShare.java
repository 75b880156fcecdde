package dev.whydunit.diagnosis.detectors.memory;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.cpu.CpuUse;
import dev.whydunit.diagnosis.facts.cpu.Work;
import dev.whydunit.diagnosis.facts.memory.GcEconomy;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.MemoryStatistics;
import dev.whydunit.evidence.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A collector that takes a large share of the CPUs, and what GOGC would have to be.
public final class CollectorShare implements Detector {

    private static final FindingId SHARE_HIGH = new FindingId("collector-share-high");
    private static final FindingId ROOM_SMALL = new FindingId("heap-room-small");
    private static final Measure SHARE = new Measure("gc-cpu-share");
    private static final Measure RATE = new Measure("collections");
    private static final Measure ADVISED = new Measure("gogc-advised");

    /// A service at ease pays 2 to 10 %; the collector gives itself 25 % while it marks, so who pays this
    /// is marking most of the time.
    private static final double HIGH = 0.15;

    /// In a CPU profile the marking of idle processors counts too, which costs nobody anything.
    private static final double HIGH_IN_PROFILE = 0.4;

    /// Less keeps no core busy.
    private static final double CORES_BUSY = 1;

    /// What a service should pay; the advice is computed for it.
    private static final double AT_EASE = 0.05;

    /// GOGC is 100 unless somebody sets it; a quarter of that makes the collector four times as dear.
    private static final double ROOM = 0.25;

    /// The trace prints whole MB: on a smaller heap the room is not known.
    private static final double HEAP = 16 << 20;

    /// Above, GOGC costs more memory than anybody gives: then the garbage has to become less.
    private static final double GOGC_AT_MOST = 800;

    @Override
    public String id() {
        return "collector-share";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GcTrace.class, MemoryStatistics.class, Profile.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(SHARE_HIGH, ROOM_SMALL);
    }

    @Override
    public Detection detect(ProcessView process) {
        Stream<Finding> traces = process.fact(GcEconomy.FACT).stream()
                .filter(economy -> economy.cpuShare() >= HIGH)
                .flatMap(economy -> Stream.concat(Stream.of(ofTrace(economy)), room(economy).stream()));
        Stream<Finding> statistics =
                process.all(MemoryStatistics.class).stream().flatMap(piece -> ofStatistics(piece).stream());
        Stream<Finding> profiles = process.fact(CpuUse.FACT).stream()
                .filter(use -> use.share(Work.COLLECTION) >= HIGH_IN_PROFILE)
                .filter(use -> use.cores().orElse(0) >= CORES_BUSY)
                .map(CollectorShare::ofProfile);
        return Detection.of(
                Stream.of(traces, statistics, profiles).flatMap(part -> part).toList());
    }

    private static Finding ofTrace(GcEconomy economy) {
        Quantity share = Quantity.ratio(economy.cpuShare());
        double gogc = economy.headroom() * 100;
        double advised = gogc * economy.cpuShare() / AT_EASE;
        Finding finding = Finding.observed(
                        SHARE_HIGH,
                        new Subject.Process(Optional.of("GOGC"), List.of()),
                        "The collector takes %s of the CPUs: %.1f collections per second, a live heap of %s, a goal of %s, %s allocated.%s"
                                .formatted(
                                        share.text(),
                                        economy.rate(),
                                        bytes(economy.live()),
                                        bytes(economy.goal()),
                                        Quantity.perSecond(economy.allocationRate(), "B")
                                                .text(),
                                        advice(economy, gogc, advised)),
                        economy.trace().cite())
                .with(SHARE, share)
                .with(RATE, Quantity.perSecond(economy.rate(), "collections"));
        return advised <= GOGC_AT_MOST && economy.forcedShare() == 0
                ? finding.with(ADVISED, Quantity.count(Math.round(advised)))
                : finding;
    }

    private static Optional<Finding> room(GcEconomy economy) {
        return economy.headroom() <= ROOM && economy.live() >= HEAP && economy.forcedShare() == 0
                ? Optional.of(Finding.observed(
                        ROOM_SMALL,
                        new Subject.Process(Optional.of("GOGC"), List.of()),
                        "Between live heap and goal there are only %s of room."
                                .formatted(Quantity.ratio(economy.headroom()).text()),
                        economy.recent().getLast().cite()))
                : Optional.empty();
    }

    private static String advice(GcEconomy economy, double gogc, double advised) {
        if (advised > GOGC_AT_MOST || economy.forcedShare() > 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                " The cost falls as the room above the live heap grows: from %.0f %% (GOGC now) x %.0f %% / %.0f %% comes GOGC=%.0f, a goal of %s.",
                gogc,
                economy.cpuShare() * 100,
                AT_EASE * 100,
                advised,
                bytes(economy.live() * (1 + advised / 100)));
    }

    private static String bytes(double bytes) {
        return Quantity.bytes(Math.round(bytes)).text();
    }

    private static Optional<Finding> ofStatistics(MemoryStatistics statistics) {
        return statistics.value("GCCPUFraction").stream()
                .filter(share -> share >= HIGH && share <= 1)
                .mapToObj(share -> Finding.observed(
                                SHARE_HIGH,
                                new Subject.Process(Optional.of("GOGC"), List.of()),
                                "The collector has taken %s of the CPUs since the program's start."
                                        .formatted(Quantity.ratio(share).text()),
                                statistics.cite())
                        .with(SHARE, Quantity.ratio(share)))
                .findFirst();
    }

    private static Finding ofProfile(CpuUse use) {
        Quantity share = Quantity.ratio(use.share(Work.COLLECTION));
        return Finding.observed(
                        SHARE_HIGH,
                        new Subject.Process(Optional.of("GOGC"), List.of()),
                        "The collector takes %s of the CPU time of the profile.".formatted(share.text()),
                        use.profile().cite())
                .with(SHARE, share);
    }
}
