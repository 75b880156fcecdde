package dev.whydunit.evaluation.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a GC trace shows, and what looks alike and is none.
class GcTraceNearMissTest {
    private static final int CYCLES = 40;

    /// Cycles two seconds apart on two processors.
    private static String trace(IntUnaryOperator liveMb, IntUnaryOperator goalMb, String clock, String cpu) {
        return IntStream.range(0, CYCLES)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "gc %d @%.3fs 5%%: %s ms clock, %s ms cpu, %d->%d->%d MB, %d MB goal, 0 MB stacks, 0 MB globals, 2 P",
                        i + 1,
                        i * 2.0,
                        clock,
                        cpu,
                        goalMb.applyAsInt(i) - 1,
                        goalMb.applyAsInt(i),
                        liveMb.applyAsInt(i),
                        goalMb.applyAsInt(i)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static final String QUICK = "0.05+5.0+0.04";
    private static final String CHEAP = "0.1+0.5/20/5+0.1";

    /// 1,600 ms of work in two seconds of two processors.
    private static final String DEAR = "0.1+20/1580/5+0.1";

    @Test
    void aLiveHeapThatRisesThroughTheTraceIsFound() {
        assertThat(Findings.of(trace(i -> 20 + 5 * i, i -> 40 + 10 * i, QUICK, CHEAP)))
                .contains("live-heap-rises");
    }

    @Test
    void aCacheThatFillsUpAndStaysIsNone() {
        assertThat(Findings.of(trace(i -> 20 + Math.min(80, 10 * i), i -> 200, QUICK, CHEAP)))
                .doesNotContain("live-heap-rises");
    }

    @Test
    void aHeapThatBreathesIsNone() {
        assertThat(Findings.of(trace(i -> 60 + (i % 7) * 5, i -> 150, QUICK, CHEAP)))
                .isEmpty();
    }

    @Test
    void aDearCollectorIsFoundAndACheapOneIsNot() {
        assertThat(Findings.of(trace(i -> 60, i -> 120, QUICK, DEAR))).contains("collector-share-high");
        assertThat(Findings.of(trace(i -> 60, i -> 120, QUICK, CHEAP))).doesNotContain("collector-share-high");
    }

    @Test
    void aGoalThatALimitHoldsDownIsFound() {
        IntUnaryOperator live = i -> Math.min(100, 20 + 6 * i);
        assertThat(Findings.causes(trace(live, i -> Math.min(106, 2 * live.applyAsInt(i)), QUICK, DEAR)))
                .startsWith("memory-limit-death-spiral");
    }

    @Test
    void aSmallRoomThatWasAlwaysSmallIsASetting() {
        assertThat(Findings.causes(trace(i -> 100, i -> 110, QUICK, DEAR))).startsWith("gc-overhead");
    }

    @Test
    void longPausesAgainAndAgainAreFoundAndAreNoWork() {
        assertThat(Findings.causes(trace(i -> 60, i -> 120, "900+5.0+0.04", "1800+0.5/20/5+0.1")))
                .startsWith("gc-stop-the-world")
                .doesNotContain("gc-overhead");
    }

    @Test
    void pausesOfABusyMachineAreNone() {
        assertThat(Findings.of(trace(i -> 60, i -> 120, "12+5.0+0.04", "24+0.5/20/5+0.1")))
                .doesNotContain("world-stopped-long");
    }

    @Test
    void residentMemoryFarAboveTheGoalLiesOutside() {
        String quiet = trace(i -> 60, i -> 120, QUICK, CHEAP);

        assertThat(Findings.of(quiet + "VmRSS:\t  900000 kB\n")).contains("resident-above-go");
        assertThat(Findings.of(quiet + "VmRSS:\t  200000 kB\n")).doesNotContain("resident-above-go");
        assertThat(Findings.of(quiet + "VmRSS:\t  900000 kB\nRssAnon:\t  130000 kB\n"))
                .as("mapped files are the kernel's to drop")
                .doesNotContain("resident-above-go");
    }
}
