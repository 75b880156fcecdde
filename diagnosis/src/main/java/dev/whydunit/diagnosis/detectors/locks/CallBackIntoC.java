package dev.whydunit.diagnosis.detectors.locks;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.diagnosis.facts.waits.WaitPoint;
import dev.whydunit.diagnosis.facts.waits.WaitPoints;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A goroutine that C has called back into Go, that calls the same C library again and does not come back,
/// while others stand in that library too: the library holds a lock over its callback.
public final class CallBackIntoC implements Detector {

    private static final FindingId FINDING = new FindingId("callback-calls-c-again");
    private static final Measure QUEUE = new Measure("goroutines-in-library");

    private static final String STUB = "._Cfunc_";

    /// A collection has seen it there, and another one later: a call that works is over by then.
    private static final int STUCK_MINUTES = 1;

    @Override
    public String id() {
        return "callback-into-c";
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
        List<WaitPoint> inC = process.fact(WaitPoints.FACT).stream()
                .filter(point -> point.operation() == Operation.C_CALL)
                .toList();
        return Detection.of(inC.stream()
                .filter(point -> point.waitsFor(STUCK_MINUTES) && callsAgain(point))
                .filter(point -> inLibrary(point, inC) > 0)
                .map(point -> finding(point, inLibrary(point, inC)))
                .toList());
    }

    /// A stub further out has called C, and what stands inside of it is Go: C has called back. The call
    /// itself is the runtime's and shows with GOTRACEBACK=system alone.
    private static boolean callsAgain(WaitPoint point) {
        List<Frame> frames = point.group().stack().frames();
        List<Integer> stubs = IntStream.range(0, frames.size())
                .filter(frame -> isStub(frames.get(frame)))
                .boxed()
                .toList();
        return stubs.size() > 1 && library(frames.get(stubs.getFirst())).equals(library(frames.get(stubs.getLast())));
    }

    private static boolean isStub(Frame frame) {
        return frame.function().canonical().contains(STUB);
    }

    /// The Go package that a stub belongs to, which stands for the C library that it wraps.
    private static String library(Frame stub) {
        return stub.function().packagePath();
    }

    /// Other goroutines in the same library.
    private static long inLibrary(WaitPoint point, List<WaitPoint> inC) {
        String library = point.group().stack().frames().stream()
                .filter(CallBackIntoC::isStub)
                .map(CallBackIntoC::library)
                .findFirst()
                .orElseThrow();
        return inC.stream()
                .filter(other -> other.dump().cite().equals(point.dump().cite())
                        && !other.group().cite().equals(point.group().cite()))
                .filter(other -> other.group().stack().frames().stream()
                        .anyMatch(frame -> isStub(frame) && library(frame).equals(library)))
                .mapToLong(other -> other.group().count())
                .sum();
    }

    private static Finding finding(WaitPoint point, long queue) {
        List<Frame> frames = point.group().stack().frames();
        Frame first = frames.stream().filter(CallBackIntoC::isStub).findFirst().orElseThrow();
        Frame last = frames.stream()
                .filter(CallBackIntoC::isStub)
                .reduce((_, outer) -> outer)
                .orElseThrow();
        return Finding.observed(
                        FINDING,
                        new Subject.Lock(0, point.own().stream().limit(6).toList(), List.of(first, last)),
                        "Goroutine %d stands in %s, called from a callback of %s, for %d minutes; %,d others stand in this library."
                                .formatted(
                                        point.group().members().getFirst().id(),
                                        first.function().canonical(),
                                        CrashStory.place(last),
                                        point.minutes().orElse(0),
                                        queue),
                        point.group().cite())
                .with(QUEUE, Quantity.count(queue));
    }
}
