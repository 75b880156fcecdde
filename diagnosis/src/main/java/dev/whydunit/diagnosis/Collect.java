package dev.whydunit.diagnosis;

import java.util.Objects;

/// What to collect next.
///
/// @param what    such as `mutex profile`
/// @param command the exact command to type
/// @param because what it would settle
public record Collect(String what, String command, String because) {
    public Collect {
        Objects.requireNonNull(what);
        Objects.requireNonNull(command);
        Objects.requireNonNull(because);
    }
}
