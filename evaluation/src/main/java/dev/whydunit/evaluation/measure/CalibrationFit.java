package dev.whydunit.evaluation.measure;

import dev.whydunit.diagnosis.Clue;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.diagnosis.weighing.Calibration;
import dev.whydunit.evaluation.measure.Reliability.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Fits the map from a verdict's score to its confidence on results, so that cases of one recording never
/// vouch for each other: each recording counts once, however many cases and variants it has, and is judged
/// by a map that was fitted without it.
///
/// The map is a logistic curve; its two parameters are the most probable ones under a prior that holds
/// them near the identity, without which results that are nearly all right would fit a step.
///
/// @param fitted     on all recordings
/// @param recordings how many there are
/// @param left       what verdicts of a recording claim under the map of the others
public record CalibrationFit(Calibration fitted, int recordings, Reliability left) {

    /// Standard deviations of the prior of slope (about 1) and shift (about 0).
    private static final double SLOPE_DEVIATION = 0.5;

    private static final double SHIFT_DEVIATION = 2;

    private static final int STEPS = 50;

    /// A verdict with its recording.
    private record Point(String recording, double score, boolean proven, boolean right) {}

    /// A point with how much it counts.
    private record Weighted(Point point, double weight) {}

    public static CalibrationFit of(Evaluation evaluation) {
        Map<String, List<Point>> byRecording = evaluation.results().stream()
                .filter(CaseResult::isAccusation)
                .map(CalibrationFit::point)
                .collect(Collectors.groupingBy(Point::recording, LinkedHashMap::new, Collectors.toList()));
        Calibration all = fit(weighted(byRecording, ""));
        List<Claim> claims = new ArrayList<>();
        byRecording.forEach((recording, points) -> {
            Calibration others = fit(weighted(byRecording, recording));
            points.forEach(point -> claims.add(
                    new Claim(others.confidence(point.score(), point.proven()), point.right(), 1.0 / points.size())));
        });
        return new CalibrationFit(all, byRecording.size(), Reliability.of(claims));
    }

    private static Point point(CaseResult result) {
        Verdict first = result.verdicts().getFirst();
        boolean proven = first.reasons().stream().anyMatch(reason -> reason.strength() == Clue.Strength.PROOF);
        return new Point(result.of().recording(), first.score(), proven, result.isRight());
    }

    private static List<Weighted> weighted(Map<String, List<Point>> byRecording, String without) {
        return byRecording.entrySet().stream()
                .filter(recording -> !recording.getKey().equals(without))
                .flatMap(recording -> recording.getValue().stream()
                        .map(point ->
                                new Weighted(point, 1.0 / recording.getValue().size())))
                .toList();
    }

    /// Newton's method on the logarithm of the posterior.
    private static Calibration fit(List<Weighted> points) {
        double slope = 1;
        double shift = 0;
        for (int step = 0; step < STEPS; step++) {
            double slopeGradient = (1 - slope) / (SLOPE_DEVIATION * SLOPE_DEVIATION);
            double shiftGradient = -shift / (SHIFT_DEVIATION * SHIFT_DEVIATION);
            double slopeCurve = 1 / (SLOPE_DEVIATION * SLOPE_DEVIATION);
            double shiftCurve = 1 / (SHIFT_DEVIATION * SHIFT_DEVIATION);
            double mixed = 0;
            for (Weighted weighted : points) {
                double score = weighted.point().score();
                double expected = 1 / (1 + Math.exp(-(slope * score + shift)));
                double error = (weighted.point().right() ? 1 : 0) - expected;
                double curve = weighted.weight() * expected * (1 - expected);
                slopeGradient += weighted.weight() * error * score;
                shiftGradient += weighted.weight() * error;
                slopeCurve += curve * score * score;
                shiftCurve += curve;
                mixed += curve * score;
            }
            double determinant = slopeCurve * shiftCurve - mixed * mixed;
            slope += (shiftCurve * slopeGradient - mixed * shiftGradient) / determinant;
            shift += (slopeCurve * shiftGradient - mixed * slopeGradient) / determinant;
        }
        return new Calibration(slope, shift);
    }
}
