package dev.whydunit.evidence;

import java.time.Instant;
import java.util.Objects;

/// A point in time and what vouches for it.
public record Moment(Instant at, Source source) {

    /// What a time was read from, the most reliable first.
    public enum Source {
        /// The manifest of a capture.
        MANIFEST,
        /// The evidence itself, such as `time_nanos` of a profile.
        CONTENT,
        /// The log line around it: the collector's or logger's time stamp.
        ENVELOPE
    }

    public Moment {
        Objects.requireNonNull(at);
        Objects.requireNonNull(source);
    }
}
