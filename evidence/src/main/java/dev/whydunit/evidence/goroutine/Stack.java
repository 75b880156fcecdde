package dev.whydunit.evidence.goroutine;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// A distinct stack: the calls with the innermost first, and the `go` statement that made the goroutine.
///
/// @param frames    innermost first; runtime frames only where the dump shows them
/// @param createdBy the creating function with the line of its `go` statement; empty for the main goroutine
/// @param elided    whether the runtime left frames out (`...N frames elided...`)
public record Stack(List<Frame> frames, Optional<Frame> createdBy, boolean elided) {

    public Stack {
        frames = List.copyOf(frames);
        Objects.requireNonNull(createdBy);
    }

    /// The first frame from the top whose function passes.
    public Optional<Frame> first(Predicate<FunctionName> function) {
        return frames.stream().filter(frame -> function.test(frame.function())).findFirst();
    }

    /// The index of the first frame from the top whose canonical function name is given; -1 if there is none.
    public int indexOf(String canonicalFunction) {
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).function().canonical().equals(canonicalFunction)) {
                return i;
            }
        }
        return -1;
    }

    /// Whether some frame has that canonical function name.
    public boolean calls(String canonicalFunction) {
        return indexOf(canonicalFunction) >= 0;
    }
}
