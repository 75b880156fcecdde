package dev.whydunit.evidence;

import java.util.Objects;

/// Something that was given and could not be read: what is not known is said, never passed over.
///
/// @param at  where it begins
/// @param why one sentence for the user: what was expected, what was there, what was lost
public record Gap(Cite at, String why) {

    public Gap {
        Objects.requireNonNull(at);
        if (why.isBlank()) {
            throw new IllegalArgumentException("a gap needs its reason");
        }
    }
}
