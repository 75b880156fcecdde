package dev.whydunit.evaluation.measure;

import java.util.ArrayList;
import java.util.List;

/// How often verdicts of a confidence are right.
///
/// @param bins by confidence, the least first
public record Reliability(List<Bin> bins) {

    /// Bounds of the bins; below an even chance there is no verdict.
    private static final double[] BOUNDS = {0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0};

    public Reliability {
        bins = List.copyOf(bins);
    }

    /// A stated confidence, and whether it was right.
    ///
    /// @param weight how much it counts
    public record Claim(double confidence, boolean right, double weight) {}

    /// The claims between two confidences.
    ///
    /// @param from     inclusive
    /// @param to       exclusive, but for 1
    /// @param verdicts how many
    /// @param right    how many of them were right
    /// @param stated   the sum of their confidences by weight
    /// @param found    the sum of the weights of the right ones
    /// @param weight   the sum of all weights
    public record Bin(double from, double to, long verdicts, long right, double stated, double found, double weight) {}

    public static Reliability of(List<Claim> claims) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i + 1 < BOUNDS.length; i++) {
            double from = BOUNDS[i];
            double to = BOUNDS[i + 1];
            List<Claim> within = claims.stream()
                    .filter(claim -> claim.confidence() >= from && (claim.confidence() < to || to == 1))
                    .toList();
            bins.add(bin(from, to, within));
        }
        return new Reliability(bins);
    }

    private static Bin bin(double from, double to, List<Claim> within) {
        return new Bin(
                from,
                to,
                within.size(),
                within.stream().filter(Claim::right).count(),
                within.stream()
                        .mapToDouble(claim -> claim.confidence() * claim.weight())
                        .sum(),
                within.stream().filter(Claim::right).mapToDouble(Claim::weight).sum(),
                within.stream().mapToDouble(Claim::weight).sum());
    }

    /// The expected calibration error: how far stated and found shares are from each other, by weight.
    public double error() {
        double all = bins.stream().mapToDouble(Bin::weight).sum();
        return all == 0
                ? 0
                : bins.stream()
                                .mapToDouble(bin -> Math.abs(bin.stated() - bin.found()))
                                .sum()
                        / all;
    }
}
