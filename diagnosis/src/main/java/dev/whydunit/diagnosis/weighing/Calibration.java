package dev.whydunit.diagnosis.weighing;

/// The map from a score in log-odds to a confidence: a logistic curve of two parameters, fitted on the recorded cases
/// and their variants, leaving one recording out at a time (`whydunit eval --calibrate`).
///
/// @param slope how much a unit of log-odds is worth
/// @param shift added to the log-odds
public record Calibration(double slope, double shift) {

    /// Fitted on 315 cases of 142 recordings: `whydunit eval --calibrate zoo/cases`.
    public static final Calibration FITTED = new Calibration(1.18, 2.26);

    /// Without proof nothing is surer than this: of cases that nobody had seen before, one in ten was answered wrongly
    /// at
    /// the first try. (While fewer than a hundred recordings stand behind the map it is 0.9.)
    private static final double CEILING_WITHOUT_PROOF = 0.95;

    /// Nothing is certain.
    private static final double CEILING = 0.99;

    /// The confidence of a verdict's score.
    ///
    /// @param proven whether a clue of strength proof is among the reasons
    public double confidence(double score, boolean proven) {
        double raw = probability(slope * score + shift);
        return Math.min(raw, proven ? CEILING : CEILING_WITHOUT_PROOF);
    }

    /// The plain probability of log-odds: for suspicions, on which nothing was fitted.
    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
