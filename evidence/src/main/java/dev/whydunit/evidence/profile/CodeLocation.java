package dev.whydunit.evidence.profile;

import dev.whydunit.evidence.Frame;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A program counter of a profile: the calls at that place, inlined ones first.
///
/// @param address the program counter, 0 where the profile has none
/// @param frames  innermost (inlined) first; empty where it is not symbolised
/// @param mapping the file it is mapped from
/// @param folded  whether several addresses were folded into this one
public record CodeLocation(long address, List<Frame> frames, Optional<String> mapping, boolean folded) {
    public CodeLocation {
        frames = List.copyOf(frames);
        Objects.requireNonNull(mapping);
    }
}
