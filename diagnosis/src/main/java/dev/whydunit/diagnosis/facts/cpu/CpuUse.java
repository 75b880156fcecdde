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

    /// A function of the program's own, with the libraries that it calls and without own functions that it calls: these
    /// are told for themselves.
    ///
    /// @param frame   the function, with a line of it in the heaviest stack
    /// @param callers own functions above it in the heaviest stack, the nearest first
    /// @param shares  of each kind of work in which it is the innermost own function, in the total of the profile
    public record OwnFunction(Frame frame, List<Frame> callers, Map<Work, Double> shares) {
        public OwnFunction {
            callers = List.copyOf(callers);
            shares = Map.copyOf(shares);
        }

        /// The share of one kind of work.
        public double share(Work work) {
            return shares.getOrDefault(work, 0.0);
        }

        /// The share of what the program itself asks for: computing and allocating, not collecting and waiting.
        public double computed() {
            return share(Work.COMPUTATION) + share(Work.ALLOCATION);
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

    /// The own function with the highest figure, where that reaches a limit.
    public Optional<OwnFunction> highest(ToDoubleFunction<OwnFunction> figure, double limit) {
        return functions.stream()
                .filter(function -> figure.applyAsDouble(function) >= limit)
                .max(Comparator.comparingDouble(figure)
                        .thenComparing(function -> function.frame().function(), Comparator.reverseOrder()));
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
