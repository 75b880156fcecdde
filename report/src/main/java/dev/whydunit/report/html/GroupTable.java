package dev.whydunit.report.html;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import dev.whydunit.evidence.goroutine.GoroutineProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The groups of one dump or profile, ready to be shown.
///
/// @param total number of goroutines or threads
/// @param unit  what is counted, in the singular
/// @param place where it stands
/// @param rows  the largest first
record GroupTable(long total, String unit, String place, List<Row> rows) {

    /// One group.
    ///
    /// @param state   the header's text; empty where the profile has none
    /// @param minutes the longest wait that a header prints
    /// @param frames  innermost first
    record Row(long count, String state, OptionalInt minutes, List<Frame> frames, Optional<Frame> createdBy) {
        Row {
            frames = List.copyOf(frames);
        }

        /// The first frame outside of the runtime and the standard library, else the innermost.
        Optional<Frame> telling() {
            return frames.stream()
                    .filter(frame -> !frame.function().isStandardLibrary())
                    .findFirst()
                    .or(() -> frames.stream().findFirst());
        }

        Age age() {
            return Age.of(minutes);
        }
    }

    /// How long a group has waited. A header prints whole minutes, and none below one.
    enum Age {
        FRESH("below 1 min", 0, "age-0"),
        MINUTES("1 to 10 min", 1, "age-1"),
        LONG("10 to 60 min", 10, "age-2"),
        HOURS("over 1 h", 60, "age-3");

        private final String text;
        private final int from;
        private final String shade;

        Age(String text, int from, String shade) {
            this.text = text;
            this.from = from;
            this.shade = shade;
        }

        static Age of(OptionalInt minutes) {
            var age = FRESH;
            for (var one : values()) {
                age = minutes.orElse(0) >= one.from ? one : age;
            }
            return age;
        }

        String text() {
            return text;
        }

        /// The class of its colour.
        String shade() {
            return shade;
        }
    }

    GroupTable {
        rows = List.copyOf(rows);
    }

    static GroupTable of(GoroutineDump dump, String place) {
        return new GroupTable(
                dump.count(),
                "goroutine",
                place,
                dump.groups().stream().map(GroupTable::row).toList());
    }

    static GroupTable of(GoroutineProfile profile, String place) {
        var unit = profile.kind() == GoroutineProfile.Kind.THREAD_CREATE
                ? "thread"
                : profile.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new GroupTable(
                profile.total(),
                unit,
                place,
                profile.groups().stream()
                        .map(group -> new Row(group.count(), "", OptionalInt.empty(), group.frames(), Optional.empty()))
                        .toList());
    }

    private static Row row(GoroutineGroup group) {
        return new Row(
                group.count(),
                group.reasonText(),
                group.longestWait(),
                group.stack().frames(),
                group.stack().createdBy());
    }
}
