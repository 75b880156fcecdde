package dev.whydunit.evidence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a finding or a verdict points at, so that a person knows where to go.
public sealed interface Subject {

    /// A short stable text that tells this subject from others of its kind.
    String key();

    /// The frames to go to, the most telling first; empty for processes and hosts.
    List<Frame> frames();

    /// Frames around it that help to recognise it, without being what it is about: callers.
    default List<Frame> context() {
        return List.of();
    }

    /// The kind in the words of the JSON report: `function`, `site`, `lock`, `type`, `variable`, `process`, `host`,
    /// `dependency`.
    default String kind() {
        return switch (this) {
            case Function _ -> "function";
            case CreationSite _ -> "site";
            case Lock _ -> "lock";
            case Type _ -> "type";
            case Variable _ -> "variable";
            case Process _ -> "process";
            case Host _ -> "host";
            case Dependency _ -> "dependency";
        };
    }

    /// The functions that the subject names, without repeats, in order.
    default List<FunctionName> functions() {
        return frames().stream().map(Frame::function).distinct().toList();
    }

    /// Whether both name the same thing, or share a function at which a person would look.
    default boolean concerns(Subject other) {
        if (kind().equals(other.kind()) && key().equals(other.key())) {
            return true;
        }
        Set<FunctionName> mine = enclosingFunctions(this);
        return enclosingFunctions(other).stream().anyMatch(mine::contains);
    }

    private static Set<FunctionName> enclosingFunctions(Subject subject) {
        return subject.functions().stream()
                .filter(function -> !function.isStandardLibrary())
                .map(FunctionName::enclosing)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// A function, with its line.
    ///
    /// @param frame   the function
    /// @param callers who called it, the nearest first: how a person recognises the path
    record Function(Frame frame, List<Frame> callers) implements Subject {
        public Function {
            Objects.requireNonNull(frame);
            callers = List.copyOf(callers);
        }

        public Function(Frame frame) {
            this(frame, List.of());
        }

        @Override
        public List<Frame> context() {
            return callers;
        }

        @Override
        public String key() {
            return frame.function().canonical();
        }

        @Override
        public List<Frame> frames() {
            return List.of(frame);
        }
    }

    /// Where goroutines are created, and where they are blocked.
    ///
    /// @param createdBy the `created by` frame
    /// @param blockedIn the frames of the program's own code in which they wait, the innermost first
    record CreationSite(Frame createdBy, List<Frame> blockedIn) implements Subject {
        public CreationSite {
            blockedIn = List.copyOf(blockedIn);
        }

        @Override
        public String key() {
            return createdBy.function().canonical()
                    + createdBy.location().map(place -> "@" + place.line()).orElse("");
        }

        @Override
        public List<Frame> frames() {
            return Stream.concat(Stream.of(createdBy), blockedIn.stream()).toList();
        }
    }

    /// A lock, or several that are taken in a cycle: by address where the dump shows it, and by those who take it.
    ///
    /// @param address   the lock's address, 0 where it is not shown
    /// @param heldBy    frames of the goroutine that holds it (proven or probable), the innermost first
    /// @param waitedIn  frames in which others wait for it
    record Lock(long address, List<Frame> heldBy, List<Frame> waitedIn) implements Subject {
        public Lock {
            heldBy = List.copyOf(heldBy);
            waitedIn = List.copyOf(waitedIn);
        }

        @Override
        public String key() {
            return address != 0
                    ? "0x" + Long.toHexString(address)
                    : functions().stream().map(FunctionName::canonical).collect(Collectors.joining(","));
        }

        @Override
        public List<Frame> frames() {
            return Stream.concat(heldBy.stream(), waitedIn.stream()).toList();
        }
    }

    /// A Go type or an allocation site.
    record Type(String name, List<Frame> allocatedIn) implements Subject {
        public Type {
            Objects.requireNonNull(name);
            allocatedIn = List.copyOf(allocatedIn);
        }

        @Override
        public String key() {
            return name;
        }

        @Override
        public List<Frame> frames() {
            return allocatedIn;
        }
    }

    /// A variable or field.
    record Variable(String name, List<Frame> accessedIn) implements Subject {
        public Variable {
            Objects.requireNonNull(name);
            accessedIn = List.copyOf(accessedIn);
        }

        @Override
        public String key() {
            return name;
        }

        @Override
        public List<Frame> frames() {
            return accessedIn;
        }
    }

    /// The process as a whole, or one of its settings.
    ///
    /// @param setting such as `GOMEMLIMIT`; empty for the process as such
    record Process(Optional<String> setting, List<Frame> frames) implements Subject {
        public Process {
            Objects.requireNonNull(setting);
            frames = List.copyOf(frames);
        }

        /// The process as such.
        public static Process whole() {
            return new Process(Optional.empty(), List.of());
        }

        @Override
        public String key() {
            return setting.orElse("process");
        }
    }

    /// The host or container, or one of its limits.
    record Host(String name) implements Subject {
        @Override
        public String key() {
            return name;
        }

        @Override
        public List<Frame> frames() {
            return List.of();
        }
    }

    /// A remote party, library or runtime that is at fault.
    record Dependency(String name, List<Frame> frames) implements Subject {
        public Dependency {
            Objects.requireNonNull(name);
            frames = List.copyOf(frames);
        }

        @Override
        public String key() {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
