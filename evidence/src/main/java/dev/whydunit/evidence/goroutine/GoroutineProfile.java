package dev.whydunit.evidence.goroutine;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A debug=1 profile of goroutines (also `goroutineleak`, `threadcreate`): groups by stack, without
/// states, ids or addresses.
///
/// @param kind   which profile
/// @param total  the total of its first line
/// @param groups in the order of the file, the largest first
public record GoroutineProfile(Origin origin, Cite cite, Kind kind, long total, List<Group> groups, boolean whole)
        implements Evidence {

    /// Which of the count profiles.
    public enum Kind {
        GOROUTINE,
        GOROUTINE_LEAK,
        THREAD_CREATE
    }

    /// Goroutines with one stack and one set of labels.
    ///
    /// @param frames innermost first; the last is the goroutine's first function (`created by` is not
    ///                   shown)
    /// @param hidden return addresses of the innermost calls, which are the runtime's and whose names the
    ///                   text leaves out
    public record Group(long count, List<Frame> frames, List<Long> hidden, Map<String, String> labels, Cite cite) {
        public Group {
            frames = List.copyOf(frames);
            hidden = List.copyOf(hidden);
            labels = Map.copyOf(labels);
            Objects.requireNonNull(cite);
        }
    }

    public GoroutineProfile {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        Objects.requireNonNull(kind);
        groups = List.copyOf(groups);
    }
}
