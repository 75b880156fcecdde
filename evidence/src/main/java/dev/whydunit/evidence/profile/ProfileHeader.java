package dev.whydunit.evidence.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What a profile says about itself beside its samples.
///
/// @param timeNanos         when it was taken, in nanoseconds since 1970; 0 where it is not said
/// @param durationNanos     how long it was recorded; 0 where it is not said
/// @param periodType        what one event of the period stands for
/// @param period            events between two samples
/// @param defaultSampleType name of the sample type that its recorder wants shown; empty for the last one
/// @param dropFrames        a regular expression of RE2: frames below a match are noise of the recorder; may be empty
/// @param keepFrames        exceptions to it; may be empty
/// @param comments          free text
/// @param documentation     where the profile is explained; may be empty
public record ProfileHeader(
        long timeNanos,
        long durationNanos,
        Optional<SampleType> periodType,
        OptionalLong period,
        String defaultSampleType,
        String dropFrames,
        String keepFrames,
        List<String> comments,
        String documentation) {

    /// Nothing is said.
    public static final ProfileHeader EMPTY =
            new ProfileHeader(0, 0, Optional.empty(), OptionalLong.empty(), "", "", "", List.of(), "");

    public ProfileHeader {
        Objects.requireNonNull(periodType);
        Objects.requireNonNull(period);
        Objects.requireNonNull(defaultSampleType);
        Objects.requireNonNull(dropFrames);
        Objects.requireNonNull(keepFrames);
        comments = List.copyOf(comments);
        Objects.requireNonNull(documentation);
    }

    /// A header that says how period and samples are counted.
    public static ProfileHeader ofPeriod(SampleType periodType, long period) {
        return new ProfileHeader(0, 0, Optional.of(periodType), OptionalLong.of(period), "", "", "", List.of(), "");
    }

    /// The same with the recorder's noise frames.
    public ProfileHeader dropping(String drop, String keep) {
        return new ProfileHeader(
                timeNanos, durationNanos, periodType, period, defaultSampleType, drop, keep, comments, documentation);
    }

    /// The same with a length of recording.
    public ProfileHeader lasting(long nanos) {
        return new ProfileHeader(
                timeNanos,
                nanos,
                periodType,
                period,
                defaultSampleType,
                dropFrames,
                keepFrames,
                comments,
                documentation);
    }
}
