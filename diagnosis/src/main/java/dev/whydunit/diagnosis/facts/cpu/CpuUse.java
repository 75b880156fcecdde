package dev.whydunit.diagnosis.facts.cpu;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.profile.ProfileKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// Where the CPU time of one profile goes.
///
/// @param profile   the profile
/// @param total     CPU time in it
/// @param shares    of each kind of work in the total, 0..1
/// @param functions the program's own functions that take part, in the order of their share
public record CpuUse(Profile profile, Duration total, Map<Work, Double> shares, List<OwnFunction> functions) {

    /// One for each CPU profile that holds enough samples to speak of shares.
    public static final Fact<List<CpuUse>> FACT = CpuUse::derive;

    /// Below a second of CPU time (100 samples at the usual 100 Hz) a share has an error of ten points.
    private static final Duration ENOUGH = Duration.ofSeconds(1);

    public CpuUse {
        Objects.requireNonNull(profile);
        shares = Map.copyOf(shares);
        functions = List.copyOf(functions);
    }

    /// A function of the program's own, with all that it calls.
    ///
    /// @param frame   the function, with the line that most samples show
    /// @param callers own functions above it in the heaviest stack, the nearest first
    /// @param shares  of each kind of work done in it or below it, in the total of the profile
    /// @param height  mean distance from the leaf in frames: less is deeper
    public record OwnFunction(Frame frame, List<Frame> callers, Map<Work, Double> shares, double height) {
        public OwnFunction {
            callers = List.copyOf(callers);
            shares = Map.copyOf(shares);
        }

        /// The share of one kind of work.
        public double share(Work work) {
            return shares.getOrDefault(work, 0.0);
        }

        /// The share of all work.
        public double share() {
            return shares.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /// The share of one kind of work.
    public double share(Work work) {
        return shares.getOrDefault(work, 0.0);
    }

    /// How many cores were busy on average; empty where the profile does not say how long it was recorded.
    public OptionalDouble cores() {
        return profile.duration()
                .filter(duration -> !duration.isZero())
                .map(duration -> OptionalDouble.of((double) total.toNanos() / duration.toNanos()))
                .orElse(OptionalDouble.empty());
    }

    /// The deepest own function whose figure reaches a limit: a person looks there, not at its callers.
    public Optional<OwnFunction> deepest(ToDoubleFunction<OwnFunction> figure, double limit) {
        return functions.stream()
                .filter(function -> figure.applyAsDouble(function) >= limit)
                .min(Comparator.comparingDouble(OwnFunction::height)
                        .thenComparing(function -> function.frame().function()));
    }

    private static List<CpuUse> derive(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        return process.all(Profile.class).stream()
                .filter(profile -> profile.kind() == ProfileKind.CPU)
                .map(profile -> new CpuCount(profile, own).use())
                .filter(use -> use.total().compareTo(ENOUGH) >= 0)
                .toList();
    }
}
