package dev.whydunit.evidence.profile;

import java.util.Objects;

/// A number tagged to a sample: `bytes` 4096.
///
/// @param unit empty where the profile does not say it
public record NumericLabel(String key, long value, String unit) {
    public NumericLabel {
        Objects.requireNonNull(key);
        Objects.requireNonNull(unit);
    }
}
