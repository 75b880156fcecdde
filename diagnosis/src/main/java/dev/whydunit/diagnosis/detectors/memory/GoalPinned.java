package dev.whydunit.diagnosis.detectors.memory;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.memory.GcEconomy;
import dev.whydunit.diagnosis.facts.memory.LiveHeap;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.GcTrace.Cycle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A heap goal that a memory limit holds down while the live heap comes up to it: each collection frees
/// less, the next one begins sooner.
public final class GoalPinned implements Detector {

    private static final FindingId FINDING = new FindingId("heap-goal-pinned");
    private static final Measure SHARE = new Measure("gc-cpu-share");
    private static final Measure LEFT = new Measure("time-left");

    /// GOGC=100 leaves as much room as the live heap is large; so little is left only under a limit (or
    /// with a GOGC that nobody sets).
    private static final double ROOM_LEFT = 0.2;

    /// Before, the room was so large: it is the limit that took it, not GOGC.
    private static final double ROOM_BEFORE = 0.4;

    /// A goal that follows the live heap moves as it does; a pinned one stands while the live heap moves
    /// by this.
    private static final double LIVE_MOVED = 0.1;

    private static final double GOAL_STOOD = 0.05;

    /// The collector is let through to 50 % of the CPUs; so much is felt.
    private static final double SHARE_FELT = 0.15;

    /// The trace prints whole MB: on a smaller heap the room is not known.
    private static final double HEAP = 16 << 20;

    @Override
    public String id() {
        return "goal-pinned";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(GcTrace.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.fact(GcEconomy.FACT).stream()
                .filter(GoalPinned::isPinned)
                .map(GoalPinned::finding)
                .toList());
    }

    private static boolean isPinned(GcEconomy economy) {
        return economy.live() >= HEAP
                && economy.headroom() <= ROOM_LEFT
                && economy.cpuShare() >= SHARE_FELT
                && economy.forcedShare() < 1
                && (hadRoom(economy.trace().cycles()) || stands(economy.recent()));
    }

    private static boolean hadRoom(List<Cycle> cycles) {
        for (int i = 1; i < cycles.size() / 2; i++) {
            long live = cycles.get(i - 1).liveHeap();
            if (live >= HEAP / 4 && cycles.get(i).goal() >= live * (1 + ROOM_BEFORE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(List<Cycle> recent) {
        return spread(recent.stream().mapToDouble(Cycle::goal).toArray()) <= GOAL_STOOD
                && spread(recent.stream().mapToDouble(Cycle::liveHeap).toArray()) >= LIVE_MOVED;
    }

    private static double spread(double[] values) {
        double largest = Double.MIN_VALUE;
        double smallest = Double.MAX_VALUE;
        for (double value : values) {
            largest = Math.max(largest, value);
            smallest = Math.min(smallest, value);
        }
        return (largest - smallest) / largest;
    }

    private static Finding finding(GcEconomy economy) {
        Quantity share = Quantity.ratio(economy.cpuShare());
        Optional<Quantity> left = left(economy);
        Finding finding = Finding.observed(
                        FINDING,
                        new Subject.Process(Optional.of("GOMEMLIMIT"), List.of()),
                        "The heap goal stands at %s with %s live (%s of room): the collector runs %.1f times per second and takes %s of the CPUs.%s"
                                .formatted(
                                        bytes(economy.goal()),
                                        bytes(economy.live()),
                                        Quantity.ratio(economy.headroom()).text(),
                                        economy.rate(),
                                        share.text(),
                                        left.map(time -> " At its slope the live heap reaches the goal in "
                                                        + time.text() + ".")
                                                .orElse("")),
                        economy.trace().cite())
                .with(SHARE, share);
        return left.map(time -> finding.with(LEFT, time)).orElse(finding);
    }

    private static Optional<Quantity> left(GcEconomy economy) {
        return LiveHeap.of(economy.trace())
                .filter(live -> live.rises() && economy.goal() > live.last())
                .map(live -> Quantity.span(
                        Duration.ofMillis(Math.round((economy.goal() - live.last()) / live.perSecond() * 1000))));
    }

    private static String bytes(double bytes) {
        return Quantity.bytes(Math.round(bytes)).text();
    }
}
