package dev.whydunit.evaluation.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The page of a detector or a cause: Markdown with the stem of its class, beside it.
///
/// @param id   the unit's
/// @param text the whole page
public record UnitPage(String id, String text) {

    public UnitPage {
        Objects.requireNonNull(id);
        Objects.requireNonNull(text);
    }

    /// Inputs on which the unit fires.
    public List<PageExample> firesOn() {
        return PageExample.below("Fires on", text);
    }

    /// Inputs that look alike, on which it stays silent.
    public List<PageExample> staysSilentOn() {
        return PageExample.below("Stays silent on", text);
    }

    /// The page of a unit; empty where it has none.
    static Optional<UnitPage> of(String id, Class<?> unit) {
        try (InputStream page = unit.getResourceAsStream(unit.getSimpleName() + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new UnitPage(id, new String(page.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
