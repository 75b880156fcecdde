package dev.whydunit.evidence;

import java.util.Objects;
import java.util.Optional;

/// Whose evidence, and of when.
///
/// @param process the process as far as the input tells it
/// @param when    the moment the evidence was taken or written, with the source of that time
public record Origin(ProcessIdentity process, Optional<Moment> when) {

    /// Nothing is known of process or time.
    public static final Origin UNKNOWN = new Origin(ProcessIdentity.UNKNOWN, Optional.empty());

    public Origin {
        Objects.requireNonNull(process);
        Objects.requireNonNull(when);
    }

    /// The same origin at another moment.
    public Origin at(Moment moment) {
        return new Origin(process, Optional.of(moment));
    }

    /// The same time, another (better known) process.
    public Origin of(ProcessIdentity identity) {
        return new Origin(identity, when);
    }
}
