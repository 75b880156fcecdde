package dev.whydunit.diagnosis.detectors.leaks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.diagnosis.facts.waits.WaitPoint;
import dev.whydunit.diagnosis.facts.waits.WaitPoints;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.Set;

/// The goroutine that runs all finalizers, waiting in the program's own code.
///
/// It is the one goroutine beside the main one that nobody's `go` statement made: the runtime starts it at
/// the first `SetFinalizer`. Goroutines that C code calls into have no creator either, and stand on a call
/// from C. Source: `runtime/mfinal.go` (`createfing`, `runFinalizers`).
public final class FinalizerBlocked implements Detector {

    private static final FindingId FINDING = new FindingId("finalizer-blocked");

    private static final Set<Operation> WAITS = Set.of(
            Operation.CHANNEL_SEND,
            Operation.CHANNEL_RECEIVE,
            Operation.NIL_CHANNEL_SEND,
            Operation.NIL_CHANNEL_RECEIVE,
            Operation.SELECT,
            Operation.MUTEX_LOCK,
            Operation.READ_LOCK,
            Operation.WRITE_LOCK,
            Operation.COND_WAIT,
            Operation.WAITGROUP_WAIT,
            Operation.IO);

    @Override
    public String id() {
        return "finalizer-goroutine";
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
        OwnCode own = process.fact(OwnCode.FACT);
        return Detection.of(process.fact(WaitPoints.FACT).stream()
                .filter(point -> WAITS.contains(point.operation()) && runsFinalizer(point))
                .filter(point -> point.innermostOwn().filter(own::isOwn).isPresent())
                .map(FinalizerBlocked::finding)
                .toList());
    }

    private static boolean runsFinalizer(WaitPoint point) {
        return point.dump().showsEverybody()
                && point.group().count() == 1
                && point.group().stack().createdBy().isEmpty()
                && point.group().stack().frames().stream()
                        .map(frame -> frame.function().canonical())
                        .noneMatch(FinalizerBlocked::hasOtherOrigin);
    }

    private static boolean hasOtherOrigin(String function) {
        return function.equals("main.main")
                || function.equals("runtime.main")
                || function.startsWith("runtime.cgocallback")
                || function.contains("_cgoexp_");
    }

    private static Finding finding(WaitPoint point) {
        return Finding.observed(
                FINDING,
                new Subject.Function(
                        point.own().getFirst(), point.own().stream().skip(1).toList()),
                "The goroutine that runs all finalizers (%d, made by nobody) waits in %s of %s%s."
                        .formatted(
                                point.group().members().getFirst().id(),
                                point.operation().text(),
                                CrashStory.place(point.own().getFirst()),
                                point.minutes().isPresent()
                                        ? ", for %d minutes"
                                                .formatted(point.minutes().getAsInt())
                                        : ""),
                point.group().cite());
    }
}
