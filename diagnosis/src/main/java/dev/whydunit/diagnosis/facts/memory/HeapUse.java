package dev.whydunit.diagnosis.facts.memory;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.profile.ProfileKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// What one heap profile says, by the own function that allocated.
///
/// @param profile   the profile
/// @param inUse     bytes in use at the last collection
/// @param allocated bytes allocated since the program's start; 0 where the profile does not say it
/// @param sites     by own function, the largest in use first
public record HeapUse(Profile profile, long inUse, long allocated, List<HeapSite> sites) {

    /// One for each heap profile that holds samples, in the order of time; of equal ones the first.
    public static final Fact<List<HeapUse>> FACT = HeapUse::derive;

    public HeapUse {
        Objects.requireNonNull(profile);
        sites = List.copyOf(sites);
    }

    /// What one own function allocated, with the libraries that it calls.
    ///
    /// @param frame     the function, with the line that allocated most of it
    /// @param callers   own functions above it in the heaviest stack, the nearest first
    /// @param inUse     bytes in use
    /// @param allocated bytes allocated since the start
    /// @param pooled    of these, bytes that a `sync.Pool` had made because it was empty
    public record HeapSite(Frame frame, List<Frame> callers, long inUse, long allocated, long pooled) {
        public HeapSite {
            Objects.requireNonNull(frame);
            callers = List.copyOf(callers);
        }
    }

    /// The site of a function.
    public Optional<HeapSite> site(Frame frame) {
        return sites.stream()
                .filter(site -> site.frame().function().equals(frame.function()))
                .findFirst();
    }

    /// The site with the highest figure.
    public Optional<HeapSite> largest(ToLongFunction<HeapSite> figure) {
        return sites.stream()
                .max(Comparator.comparingLong(figure)
                        .thenComparing(site -> site.frame().function(), Comparator.reverseOrder()));
    }

    /// When it was taken, as the profile itself says.
    public Optional<Instant> taken() {
        long nanos = profile.header().timeNanos();
        return nanos == 0
                ? profile.origin().when().map(moment -> moment.at())
                : Optional.of(Instant.ofEpochSecond(0, nanos));
    }

    private static List<HeapUse> derive(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        return process.all(Profile.class).stream()
                .filter(profile -> profile.kind() == ProfileKind.HEAP && profile.sampleCount() > 0)
                .map(profile -> new HeapCount(profile, own).use())
                .sorted(Comparator.comparingLong(HeapUse::allocated)
                        .thenComparing(use -> use.profile().cite()))
                .toList();
    }

    /// Heap profiles of one process in the order of time: what was allocated since the start only grows.
    /// Times that say otherwise are those of several runs.
    public static boolean isOrdered(List<HeapUse> uses) {
        for (int i = 1; i < uses.size(); i++) {
            Optional<Instant> before = uses.get(i - 1).taken();
            Optional<Instant> after = uses.get(i).taken();
            boolean backward =
                    before.isPresent() && after.isPresent() && after.get().isBefore(before.get());
            if (backward || uses.get(i - 1).allocated() >= uses.get(i).allocated()) {
                return false;
            }
        }
        return uses.size() > 1;
    }
}
