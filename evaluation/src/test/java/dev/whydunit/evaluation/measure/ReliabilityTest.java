package dev.whydunit.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whydunit.evaluation.measure.Reliability.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    @Test
    void theErrorIsTheGapBetweenClaimAndTruthByWeight() {
        Reliability reliability =
                Reliability.of(List.of(new Claim(0.9, true, 1), new Claim(0.9, false, 1), new Claim(0.75, true, 2)));

        // 0.9 was claimed twice and right once: 0.4 off; 0.75 was claimed with twice the weight: 0.25 off.
        assertThat(reliability.error()).isCloseTo((2 * 0.4 + 2 * 0.25) / 4, within(1e-9));
    }

    @Test
    void certaintyBelongsToTheLastBin() {
        Reliability reliability = Reliability.of(List.of(new Claim(1.0, true, 1)));

        assertThat(reliability.bins().getLast().verdicts()).isEqualTo(1);
        assertThat(reliability.error()).isZero();
    }

    @Test
    void nothingClaimedIsNoError() {
        assertThat(Reliability.of(List.of()).error()).isZero();
    }
}
