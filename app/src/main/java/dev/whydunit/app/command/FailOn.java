package dev.whydunit.app.command;

import dev.whydunit.diagnosis.Severity;
import java.util.Locale;

/// What `--fail-on` may be: the severity from which on a verdict makes the exit status 1.
enum FailOn {
    NEVER,
    CRITICAL,
    HIGH,
    MEDIUM;

    /// Whether a verdict of that severity counts.
    boolean counts(Severity severity) {
        return switch (this) {
            case NEVER -> false;
            case CRITICAL -> severity.compareTo(Severity.CRITICAL) <= 0;
            case HIGH -> severity.compareTo(Severity.HIGH) <= 0;
            case MEDIUM -> severity.compareTo(Severity.MEDIUM) <= 0;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
