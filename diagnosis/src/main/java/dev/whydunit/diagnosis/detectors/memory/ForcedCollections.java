package dev.whydunit.diagnosis.detectors.memory;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.memory.GcEconomy;
import dev.whydunit.diagnosis.facts.waits.WaitPoint;
import dev.whydunit.diagnosis.facts.waits.WaitPoints;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.memory.GcTrace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A program that asks for collections itself, again and again.
public final class ForcedCollections implements Detector {

    private static final FindingId FINDING = new FindingId("collections-forced");
    private static final Measure RATE = new Measure("forced-collections");

    /// The runtime itself forces one every two minutes where there is no other.
    private static final double PER_SECOND = 0.2;

    private static final double SHARE_OF_CYCLES = 0.5;

    /// Below, they cost nobody anything.
    private static final double COLLECTOR_FELT = 0.05;

    @Override
    public String id() {
        return "forced-collections";
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
        Subject subject = subject(process);
        return Detection.of(process.fact(GcEconomy.FACT).stream()
                .filter(economy -> economy.forcedShare() >= SHARE_OF_CYCLES)
                .filter(economy -> economy.rate() * economy.forcedShare() >= PER_SECOND)
                .filter(economy -> economy.cpuShare() >= COLLECTOR_FELT)
                .map(economy -> finding(economy, subject))
                .toList());
    }

    /// The own function that calls runtime.GC or debug.FreeOSMemory, where a dump shows one at it.
    private static Subject subject(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        return process.fact(WaitPoints.FACT).stream()
                .flatMap(point -> caller(point, own).stream())
                .<Subject>map(Subject.Function::new)
                .findFirst()
                .orElse(Subject.Process.whole());
    }

    private static Optional<Frame> caller(WaitPoint point, OwnCode own) {
        List<Frame> frames = point.group().stack().frames();
        return IntStream.range(0, frames.size() - 1)
                .filter(frame -> asks(frames.get(frame).function().canonical()))
                .boxed()
                .flatMap(frame ->
                        frames.subList(frame + 1, frames.size()).stream().filter(own::isOwn))
                .findFirst();
    }

    private static boolean asks(String function) {
        return function.equals("runtime.GC") || function.equals("runtime/debug.FreeOSMemory");
    }

    private static Finding finding(GcEconomy economy, Subject subject) {
        Quantity rate = Quantity.perSecond(economy.rate() * economy.forcedShare(), "collections");
        return Finding.observed(
                        FINDING,
                        subject,
                        "%s of the recent collections were asked for by the program (runtime.GC or debug.FreeOSMemory), %s; the collector takes %s of the CPUs."
                                .formatted(
                                        Quantity.ratio(economy.forcedShare()).text(),
                                        rate.text(),
                                        Quantity.ratio(economy.cpuShare()).text()),
                        economy.trace().cite())
                .with(RATE, rate);
    }
}
