package dev.whydunit.evidence.profile;

import java.util.Set;

/// Tells which profile it is: by the names of its sample types, and where `mutex` and `block` share these, by what
/// the leaves of its stacks do.
///
/// Source: `runtime/pprof` (`writeHeapInternal`, `writeProfileInternal`, `protoprofile.go`).
final class KindOfProfile {
    private static final Set<String> HEAP =
            Set.of("inuse_space", "alloc_space", "inuse_objects", "alloc_objects", "space", "objects");
    private static final Set<String> WALL = Set.of("wall", "wall_time", "time");
    private static final String[] RELEASES = {
        ".Unlock",
        ".RUnlock",
        ".unlockSlow",
        ".rUnlockSlow",
        "LostContendedRuntimeLock",
        "runtime.unlock",
        "runtime.unlock2"
    };

    private KindOfProfile() {}

    static ProfileKind of(Profile profile) {
        for (var type : profile.sampleTypes()) {
            switch (type.type()) {
                case "cpu" -> {
                    return ProfileKind.CPU;
                }
                case "goroutine" -> {
                    return ProfileKind.GOROUTINE;
                }
                case "goroutineleak" -> {
                    return ProfileKind.GOROUTINE_LEAK;
                }
                case "threadcreate" -> {
                    return ProfileKind.THREAD_CREATE;
                }
                case "contentions" -> {
                    return mostlyReleases(profile) ? ProfileKind.MUTEX : ProfileKind.BLOCK;
                }
                default -> {
                    if (HEAP.contains(type.type())) {
                        return ProfileKind.HEAP;
                    }
                    if (WALL.contains(type.type()) && !type.unit().equals("count")) {
                        return ProfileKind.WALL;
                    }
                }
            }
        }
        return ProfileKind.OTHER;
    }

    /// A mutex profile books the wait on the stack that released the lock, a block profile on the one that waited.
    private static boolean mostlyReleases(Profile profile) {
        long releases = 0;
        for (int sample = 0; sample < profile.sampleCount(); sample++) {
            if (profile.depth(sample) > 0 && isRelease(profile, profile.location(sample, 0))) {
                releases++;
            }
        }
        return releases * 2 > profile.sampleCount();
    }

    private static boolean isRelease(Profile profile, int location) {
        var code = profile.code();
        for (int line = 0; line < code.lines(location); line++) {
            var name = code.functionAt(code.function(location, line)).name();
            for (var release : RELEASES) {
                if (name.endsWith(release)) {
                    return true;
                }
            }
        }
        return false;
    }
}
