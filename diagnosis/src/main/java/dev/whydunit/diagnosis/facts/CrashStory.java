package dev.whydunit.diagnosis.facts;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.crash.Crash.PanicValue;
import dev.whydunit.evidence.goroutine.Goroutine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A crash as it came about: where the first panic was raised, and what was raised over it.
///
/// While a panic runs the deferred calls, their frames stand above it: the frames under the *last* `panic` call of the
/// stack are those of the first panic, those under the first `panic` call those of the last one (`runtime.gopanic` does
/// not unwind before it has recovered).
///
/// @param crash  the evidence
/// @param text   the first panic's value, or the crash's message
/// @param origin frames from the place of the first panic outward, the raising one first; runtime frames left out
/// @param later  values raised while the first one was running deferred calls, which differ from it
/// @param laterOrigin frames from the place of the last panic outward; empty where there is only one
/// @param goroutine the crashing goroutine with its arguments, where a dump shows it
/// @param code     what is the program's own
public record CrashStory(
        Crash crash,
        String text,
        List<Frame> origin,
        List<PanicValue> later,
        List<Frame> laterOrigin,
        Optional<Goroutine> goroutine,
        OwnCode code) {

    /// So many callers are told: enough to recognise the path, short enough to read.
    private static final int CALLERS_TOLD = 6;

    public CrashStory {
        Objects.requireNonNull(crash);
        Objects.requireNonNull(text);
        origin = List.copyOf(origin);
        later = List.copyOf(later);
        laterOrigin = List.copyOf(laterOrigin);
        Objects.requireNonNull(goroutine);
        Objects.requireNonNull(code);
    }

    /// The program's own frames, from the place of the first panic outward.
    public List<Frame> ownFrames() {
        return code.frames(origin);
    }

    /// The frame that raised it: in the standard library, where that panics for its caller.
    public Optional<Frame> raisedIn() {
        return origin.stream().findFirst();
    }

    /// The first function of the program's own at the place of the first panic; the process where no frame is shown.
    public Subject subject() {
        return subjectOf(origin);
    }

    /// The first function of the program's own at the place of the last panic.
    public Subject laterSubject() {
        return subjectOf(laterOrigin);
    }

    /// Whether a value that differs from the first was raised over it.
    public boolean isMasked() {
        return !later.isEmpty();
    }

    private Subject subjectOf(List<Frame> frames) {
        List<Frame> own = code.frames(frames);
        List<Frame> told = own.isEmpty() ? frames : own;
        if (told.isEmpty()) {
            return Subject.Process.whole();
        }
        return new Subject.Function(
                told.getFirst(), told.stream().skip(1).limit(CALLERS_TOLD).toList());
    }

    /// The place for a statement: `example.com/shop.(*Cart).Add (cart.go:31)`.
    public String place() {
        return Stream.concat(ownFrames().stream(), origin.stream())
                .findFirst()
                .map(CrashStory::place)
                .orElse("an unknown place (no stack is shown)");
    }

    /// A frame for a statement.
    public static String place(Frame frame) {
        return frame.function().canonical()
                + frame.location()
                        .map(line -> " (" + line.fileName() + ":" + line.line() + ")")
                        .orElse("");
    }
}
