package dev.whydunit.formats.profile;

import dev.whydunit.evidence.Moment;
import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.ProcessIdentity;
import dev.whydunit.evidence.profile.CodeTable;
import java.time.Instant;
import java.util.Optional;

/// The origin of a profile: what the surroundings tell, and what it says of itself.
final class ProfileOrigin {
    private static final long NANOS = 1_000_000_000L;

    private ProfileOrigin() {}

    static Origin of(Origin around, long timeNanos, CodeTable code) {
        var when = around.when();
        if (when.isEmpty() && timeNanos > 0) {
            var taken = Instant.ofEpochSecond(timeNanos / NANOS, timeNanos % NANOS);
            when = Optional.of(new Moment(taken, Moment.Source.CONTENT));
        }
        return new Origin(withBuildId(around.process(), code), when);
    }

    private static ProcessIdentity withBuildId(ProcessIdentity process, CodeTable code) {
        var buildId = code.mappings().stream()
                .map(mapping -> mapping.buildId())
                .findFirst()
                .filter(id -> !id.isEmpty());
        if (process.buildId().isPresent() || buildId.isEmpty()) {
            return process;
        }
        return new ProcessIdentity(
                process.host(), process.pod(), process.container(), process.pid(), buildId, process.goVersion());
    }
}
