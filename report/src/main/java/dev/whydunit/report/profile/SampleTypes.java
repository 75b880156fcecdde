package dev.whydunit.report.profile;

import dev.whydunit.evidence.profile.Profile;
import java.util.OptionalInt;

/// Which sample type a person means: its name, its index, or nothing for the profile's default.
///
/// Source: `google/pprof profile/index.go`.
public final class SampleTypes {
    private static final String IN_USE = "inuse_";

    private SampleTypes() {}

    /// The index of the sample type; empty where the profile has no such.
    ///
    /// @param wanted name or index; empty for the default
    public static OptionalInt find(Profile profile, String wanted) {
        if (wanted.isEmpty()) {
            return OptionalInt.of(profile.defaultSampleType());
        }
        if (wanted.chars().allMatch(c -> c >= '0' && c <= '9') && wanted.length() < 3) {
            int index = Integer.parseInt(wanted);
            return index < profile.sampleTypes().size() ? OptionalInt.of(index) : OptionalInt.empty();
        }
        // Older heap profiles call inuse_space just space.
        var old = wanted.startsWith(IN_USE) ? wanted.substring(IN_USE.length()) : wanted;
        for (int i = 0; i < profile.sampleTypes().size(); i++) {
            var type = profile.sampleTypes().get(i).type();
            if (type.equals(wanted) || type.equals(old)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
