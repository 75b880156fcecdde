package dev.whydunit.diagnosis;

import java.util.List;
import java.util.Objects;

/// A verdict in words.
///
/// @param title       one line: what is broken, where
/// @param explanation two to five sentences: how it came about, and what follows from it
/// @param remedy      what ends the incident
/// @param next        what to collect to be sure, or to see the rest
public record Narrative(String title, String explanation, Remedy remedy, List<Collect> next) {
    public Narrative {
        Objects.requireNonNull(title);
        Objects.requireNonNull(explanation);
        Objects.requireNonNull(remedy);
        next = List.copyOf(next);
    }

    public Narrative(String title, String explanation, Remedy remedy) {
        this(title, explanation, remedy, List.of());
    }
}
