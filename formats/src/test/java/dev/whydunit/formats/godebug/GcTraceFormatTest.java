package dev.whydunit.formats.godebug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.formats.reading.Inputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcTraceFormatTest {
    private static final long MIB = 1 << 20;

    private static GcTrace only(String text) {
        return Inputs.text(new GcTraceFormat(), text).only(GcTrace.class);
    }

    @Test
    void everyTermOfACurrentLine() {
        var cycle = only("gc 47 @1.917s 3%: 0.077+2.9+0.011 ms clock, 0.15+0.5/2.6/4.2+0.22 ms cpu, "
                        + "6->7->4 MB, 8 MB goal, 1 MB stacks, 2 MB globals, 4 P (forced)\n")
                .cycles()
                .getFirst();

        assertThat(cycle.number()).isEqualTo(47);
        assertThat(cycle.atSeconds()).isEqualTo(1.917);
        assertThat(cycle.cpuShare()).isEqualTo(0.03);
        assertThat(cycle.sweepTermination()).isEqualTo(0.077);
        assertThat(cycle.concurrentMark()).isEqualTo(2.9);
        assertThat(cycle.markTermination()).isEqualTo(0.011);
        assertThat(cycle.assistCpu()).isEqualTo(0.5);
        assertThat(cycle.backgroundCpu()).isEqualTo(2.6);
        assertThat(cycle.idleCpu()).isEqualTo(4.2);
        assertThat(cycle.heapAtStart()).isEqualTo(6 * MIB);
        assertThat(cycle.heapAtEnd()).isEqualTo(7 * MIB);
        assertThat(cycle.liveHeap()).isEqualTo(4 * MIB);
        assertThat(cycle.goal()).isEqualTo(8 * MIB);
        assertThat(cycle.stackBytes()).hasValue(MIB);
        assertThat(cycle.globalBytes()).hasValue(2 * MIB);
        assertThat(cycle.processors()).isEqualTo(4);
        assertThat(cycle.forced()).isTrue();
    }

    @Test
    void aLineBeforeGo119HasNoStacksAndGlobals() {
        var cycle = only("gc 1 @0.012s 2%: 0.026+0.39+0.10 ms clock, 0.21+0.88/0.52/0+0.84 ms cpu, "
                        + "4->4->0 MB, 5 MB goal, 8 P\n")
                .cycles()
                .getFirst();

        assertThat(cycle.stackBytes()).isEmpty();
        assertThat(cycle.processors()).isEqualTo(8);
        assertThat(cycle.forced()).isFalse();
    }

    @Test
    void aLineOfGo15HasFiveClockTerms() {
        var cycle = only("gc 1095 @60.193s 9%: 0.5+1+0.25+2+0.75 ms clock, 1+1+0+3/4/5+1 ms cpu, "
                        + "10->12->6 MB, 11 MB goal, 4 P\n")
                .cycles()
                .getFirst();

        assertThat(cycle.sweepTermination()).isEqualTo(0.5);
        assertThat(cycle.concurrentMark()).isEqualTo(3.25);
        assertThat(cycle.markTermination()).isEqualTo(0.75);
        assertThat(cycle.assistCpu()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1.19,47", "1.21,44", "1.23,45", "1.26,47", "1.27,43"})
    void recordedTracesAreReadWhole(String release, long lastNumber) {
        var read = Inputs.text(new GcTraceFormat(), Inputs.fixture("godebug/stock-go" + release + ".log"));
        var trace = read.only(GcTrace.class);

        assertThat(read.gaps()).isEmpty();
        assertThat(trace.cycles().getFirst().number()).isEqualTo(1);
        assertThat(trace.cycles()).isSortedAccordingTo((a, b) -> Long.compare(a.number(), b.number()));
        assertThat(trace.seen()).isEqualTo(lastNumber);
        assertThat(trace.cycles()).anyMatch(GcTrace.Cycle::forced);
    }

    @Test
    void aRestartBeginsAnotherTrace() {
        var line = "gc %d @%d.0s 2%%: 0.1+1+0.1 ms clock, 0.1+0/1/0+0.1 ms cpu, 4->4->0 MB, 5 MB goal, 8 P\n";
        var text = line.formatted(7, 30) + "http: Server closed\n" + line.formatted(8, 40) + line.formatted(1, 0)
                + line.formatted(2, 3);
        var traces = Inputs.text(new GcTraceFormat(), text).all(GcTrace.class);

        assertThat(traces).extracting(GcTrace::seen).containsExactly(2L, 2L);
        assertThat(traces.getFirst().cite().line()).isEqualTo(1);
        assertThat(traces.getLast().cite().line()).isEqualTo(4);
    }

    @Test
    void tornLinesAreAGap() {
        var read = Inputs.text(new GcTraceFormat(), """
                gc 1 @0.012s 2%: 0.026+0.39+0.10 ms clock, 0.21+0.88/0.52/0+0.84 ms cpu, 4->4->0 MB, 5 MB goal, 8 P
                gc 2 @0.020s 2%: 0.026+0.392026/01/02 listening
                """);

        assertThat(read.only(GcTrace.class).seen()).isEqualTo(1);
        assertThat(read.gaps()).hasSize(1);
    }

    @Test
    void veryLongTracesAreThinnedEvenly() {
        var text = new StringBuilder();
        for (int i = 1; i <= 250_000; i++) {
            text.append("gc ")
                    .append(i)
                    .append(" @")
                    .append(i)
                    .append(".0s 2%: 0.1+1+0.1 ms clock, 0.1+0/1/0+0.1 ms cpu, 4->4->0 MB, 5 MB goal, 8 P\n");
        }
        var trace = only(text.toString());

        assertThat(trace.seen()).isEqualTo(250_000);
        assertThat(trace.cycles()).hasSizeBetween(25_000, 100_000);
        long stride = trace.cycles().get(1).number() - trace.cycles().get(0).number();
        for (int i = 1; i < trace.cycles().size(); i++) {
            assertThat(trace.cycles().get(i).number()
                            - trace.cycles().get(i - 1).number())
                    .isEqualTo(stride);
        }
    }

    @Test
    void otherLinesThatBeginAlikeAreNotClaimed() {
        var read = Inputs.text(new GcTraceFormat(), "gc 5 files removed\ngc: done\ngc 12 @\n");

        assertThat(read.evidence()).isEmpty();
        assertThat(read.gaps()).isEmpty();
    }
}
