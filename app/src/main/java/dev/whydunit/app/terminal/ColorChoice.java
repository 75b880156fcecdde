package dev.whydunit.app.terminal;

import java.util.Locale;

/// What `--color` may be.
public enum ColorChoice {
    /// Colours on a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`.
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
