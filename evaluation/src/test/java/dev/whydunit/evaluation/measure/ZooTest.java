package dev.whydunit.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.diagnosis.Diagnostician;
import dev.whydunit.evaluation.cases.CaseFinder;
import dev.whydunit.evaluation.cases.RecordedCase;
import dev.whydunit.evaluation.mutation.VariantRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the diagnosis must reach on the recorded cases.
class ZooTest {
    private static final Path ZOO = Path.of("..", "zoo", "cases");

    private static final double TOP1 = 0.95;
    private static final double SUBJECTS = 0.90;
    private static final double FALSE_ALARMS = 0.01;
    private static final double CALIBRATION_ERROR = 0.05;
    private static final int VARIANTS = 300;
    private static final int AT_A_TIME = 2;

    private static List<RecordedCase> cases() {
        var found = CaseFinder.find(List.of(ZOO));
        assertThat(found.errors()).isEmpty();
        return found.cases();
    }

    @Test
    void recordedCases() {
        try (var evaluator = new Evaluator(Diagnostician.standard(), AT_A_TIME)) {
            var evaluation = evaluator.evaluate(cases());
            var lines = String.join("\n", EvaluationText.lines(evaluation));

            assertThat(evaluation.top1()).as(lines).isGreaterThanOrEqualTo(TOP1);
            assertThat(evaluation.subjects()).as(lines).isGreaterThanOrEqualTo(SUBJECTS);
            assertThat(evaluation.falseAlarms()).as(lines).isLessThanOrEqualTo(FALSE_ALARMS);
            assertThat(CalibrationFit.of(evaluation).left().error()).as(lines).isLessThanOrEqualTo(CALIBRATION_ERROR);
        }
    }

    @Test
    void variantsOfThem() throws IOException {
        try (var evaluator = new Evaluator(Diagnostician.standard(), AT_A_TIME)) {
            var evaluation = VariantRun.evaluate(cases(), VARIANTS, 1, evaluator);
            var lines = String.join("\n", EvaluationText.lines(evaluation));

            assertThat(evaluation.results()).hasSize(VARIANTS);
            assertThat(evaluation.top1()).as(lines).isGreaterThanOrEqualTo(TOP1);
            assertThat(evaluation.subjects()).as(lines).isGreaterThanOrEqualTo(SUBJECTS);
            assertThat(evaluation.falseAlarms()).as(lines).isLessThanOrEqualTo(FALSE_ALARMS);
        }
    }
}
