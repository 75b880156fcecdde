package dev.whydunit.evidence.goroutine;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.util.List;
import java.util.Objects;

/// What the goroutines of a process did at one moment.
///
/// @param form    how it was taken
/// @param detail  what the headers and frames of this dump show
/// @param count   goroutines in it
/// @param highestId the highest goroutine number: later dumps of a process have higher ones
/// @param groups  by stack and state, the largest first, then by first appearance
/// @param whole   false where it is cut: what is absent from it proves nothing
public record GoroutineDump(
        Origin origin,
        Cite cite,
        Form form,
        Detail detail,
        long count,
        long highestId,
        List<GoroutineGroup> groups,
        boolean whole)
        implements Evidence {

    /// How the dump was taken.
    public enum Form {
        /// `/debug/pprof/goroutine?debug=2`, `runtime.Stack(all)`, or any dump without a crash before it.
        STACK_ALL,
        /// The goroutines after `SIGQUIT` or another fatal signal.
        SIGNAL,
        /// The tail of a panic; with GOTRACEBACK=single the crashing goroutine alone.
        PANIC,
        /// The tail of a `fatal error`.
        FATAL_ERROR,
        /// A single stack that a program logged itself (`debug.Stack`, a recover middleware).
        LOGGED_STACK
    }

    /// What this dump can show; decides which absence means something.
    ///
    /// @param allGoroutines     it lists all goroutines of the program, not only the crashing one
    /// @param runtimeFrames     frames and goroutines of the runtime are shown (GOTRACEBACK=system or
    ///                   crash)
    /// @param uncertainMarks    some argument carries `?`: Go 1.18 or later
    /// @param arguments         some frame prints arguments
    /// @param registerArguments Go 1.17 or later passes arguments in registers, and stale ones are possible
    /// @param creatorIds        `in goroutine N` is printed: Go 1.21 or later
    /// @param mutexNamed        headers name `sync.Mutex.Lock`: Go 1.20 or later
    /// @param waitGroupNamed    headers name `sync.WaitGroup.Wait`: Go 1.25 or later
    public record Detail(
            boolean allGoroutines,
            boolean runtimeFrames,
            boolean uncertainMarks,
            boolean arguments,
            boolean registerArguments,
            boolean creatorIds,
            boolean mutexNamed,
            boolean waitGroupNamed) {}

    public GoroutineDump {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        Objects.requireNonNull(form);
        Objects.requireNonNull(detail);
        groups = List.copyOf(groups);
    }

    /// Whether the goroutine that took the dump is in it, which comes first: else its beginning is
    /// missing, as in a log that was rotated. After a crash the runtime itself prints.
    public boolean showsItsTaker() {
        return form != Form.STACK_ALL || groups.stream().anyMatch(group -> group.reason() == WaitReason.RUNNING);
    }

    /// Whether each goroutine of the program is in it: only then does it mean something that nobody does a
    /// thing.
    public boolean showsEverybody() {
        return whole && detail.allGoroutines() && showsItsTaker();
    }
}
