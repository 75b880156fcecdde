package dev.whydunit.diagnosis.detectors.crashes;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStories;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.crash.Crash.Signal;
import java.util.Optional;
import java.util.Set;

/// A fault signal that arrived while the thread executed C code.
///
/// The runtime says so (`signal arrived during cgo execution`), or the crashing goroutine stands in a call into C
/// (`_Cfunc_…`, `runtime.cgocall`). Source: `runtime/signal_unix.go` (`sighandler`, `fatalsignal`).
public final class SignalInC implements Detector {

    private static final FindingId FINDING = new FindingId("signal-in-c-code");
    /// How cgo names the Go side of a C function.
    private static final String STUB = "._Cfunc_";

    private static final Set<String> FAULTS = Set.of("SIGSEGV", "SIGBUS", "SIGABRT", "SIGILL", "SIGFPE", "SIGTRAP");

    @Override
    public String id() {
        return "signal-in-c-code";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(Crash.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.fact(CrashStories.FACT).stream()
                .filter(SignalInC::isFaultInC)
                .map(SignalInC::finding)
                .toList());
    }

    static boolean isFaultInC(CrashStory story) {
        return story.crash()
                        .signal()
                        .filter(signal -> FAULTS.contains(signal.name()))
                        .isPresent()
                && CrashWording.of(story).isEmpty()
                && (story.crash().signal().orElseThrow().duringCgo() || standsInCall(story));
    }

    private static boolean standsInCall(CrashStory story) {
        return calledFunction(story).isPresent();
    }

    /// The stub through which Go called C.
    private static Optional<Frame> calledFunction(CrashStory story) {
        return story.raisedIn().filter(frame -> frame.function().canonical().contains(STUB));
    }

    /// The C function as C names it.
    private static String nameInC(Frame stub) {
        String name = stub.function().canonical();
        return name.substring(name.indexOf(STUB) + STUB.length());
    }

    private static Subject subject(CrashStory story) {
        return calledFunction(story)
                .<Subject>map(stub -> new Subject.Function(stub, story.ownFrames()))
                .orElseGet(story::subject);
    }

    private static Finding finding(CrashStory story) {
        Signal signal = story.crash().signal().orElseThrow();
        String address = signal.address().isPresent() && !signal.name().equals("SIGABRT")
                ? " at address 0x" + Long.toHexString(signal.address().getAsLong())
                : "";
        return Finding.observed(
                FINDING,
                subject(story),
                signal.name() + address + " arrived while " + story.place() + " was executing C code"
                        + calledFunction(story)
                                .map(stub -> " (" + nameInC(stub) + ")")
                                .orElse("")
                        + (signal.pc().isPresent()
                                ? " at PC 0x" + Long.toHexString(signal.pc().getAsLong())
                                : "") + ".",
                story.crash().cite());
    }
}
