package dev.whydunit.diagnosis;

import java.util.Objects;
import java.util.Optional;

/// What ends the incident.
///
/// @param text   what to do, one or two sentences
/// @param before code or setting as it is (a pattern)
/// @param after  as it should be
public record Remedy(String text, Optional<String> before, Optional<String> after) {
    public Remedy {
        Objects.requireNonNull(text);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
    }

    public static Remedy of(String text) {
        return new Remedy(text, Optional.empty(), Optional.empty());
    }

    public static Remedy of(String text, String before, String after) {
        return new Remedy(text, Optional.of(before), Optional.of(after));
    }
}
