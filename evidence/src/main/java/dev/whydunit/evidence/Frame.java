package dev.whydunit.evidence;

import java.util.Objects;
import java.util.Optional;

/// One call of a stack: the function by its canonical name and the place in source, as far as the evidence shows it.
///
/// @param function the canonical name
/// @param location file and line; empty where the evidence has none (C code without symbols)
/// @param inlined  shown as `f(...)`: inlined into its caller, it has no arguments of its own
public record Frame(FunctionName function, Optional<SourceLine> location, boolean inlined) {

    public Frame {
        Objects.requireNonNull(function);
        Objects.requireNonNull(location);
    }

    /// A frame with its place.
    public static Frame of(String rawFunction, String file, int line) {
        return new Frame(FunctionName.of(rawFunction), Optional.of(new SourceLine(file, line)), false);
    }
}
