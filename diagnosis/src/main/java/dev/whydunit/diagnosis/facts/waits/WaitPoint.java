package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Where the goroutines of one group wait, or what they do.
///
/// @param dump      the dump that shows them
/// @param group     the goroutines
/// @param operation what they wait in
/// @param caller    index of the frame that called the operation: the first below the machinery of `sync`
/// and `runtime`;
///                  the number of frames where all are machinery
/// @param own       the program's own frames, the innermost first
public record WaitPoint(GoroutineDump dump, GoroutineGroup group, Operation operation, int caller, List<Frame> own) {

    public WaitPoint {
        Objects.requireNonNull(dump);
        Objects.requireNonNull(group);
        Objects.requireNonNull(operation);
        own = List.copyOf(own);
    }

    /// Whether a function belongs to the inside of a lock or channel operation.
    public static boolean isMachinery(FunctionName function) {
        String path = function.packagePath();
        return path.equals("sync")
                || path.equals("runtime")
                || path.equals("internal/sync")
                || path.startsWith("internal/runtime/");
    }

    /// The frames from the caller of the operation outward, up to the function that the `go` statement
    /// started: what the runtime has below it (`runtime.goexit`) shows with GOTRACEBACK=system alone.
    public List<Frame> frames() {
        List<Frame> all = group.stack().frames();
        int end = all.size();
        while (end > caller && all.get(end - 1).function().packagePath().equals("runtime")) {
            end--;
        }
        return all.subList(Math.min(caller, end), end);
    }

    /// The function that called the operation.
    public Optional<Frame> calledBy() {
        return frames().stream().findFirst();
    }

    /// The innermost frame of the program's own.
    public Optional<Frame> innermostOwn() {
        return own.stream().findFirst();
    }

    /// The longest wait that is printed, in minutes.
    public OptionalInt minutes() {
        return group.longestWait();
    }

    /// Whether a header of the group prints at least so many minutes.
    public boolean waitsFor(int minutes) {
        return minutes().orElse(0) >= minutes;
    }

    /// Whether they wait in the very function that their `go` statement started: the loop of a worker.
    public boolean isAtEntry() {
        return frames().size() == 1;
    }
}
