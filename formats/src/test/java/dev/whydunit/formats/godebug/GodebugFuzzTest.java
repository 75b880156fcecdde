package dev.whydunit.formats.godebug;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.metrics.MetricsFormat;
import dev.whydunit.formats.reading.Inputs;
import java.util.List;

/// Any lines end in evidence, gaps or nothing. The corpus stands in the resources of this test.
class GodebugFuzzTest {
    private static final List<TextFormat> FORMATS = List.of(
            new GcTraceFormat(),
            new PacerTraceFormat(),
            new ScavengerTraceFormat(),
            new SchedulerTraceFormat(),
            new InitTraceFormat(),
            new MetricsFormat());

    @FuzzTest(maxDuration = "10m")
    void anyLines(byte[] bytes) {
        FORMATS.forEach(format -> Inputs.text(format, bytes));
    }
}
