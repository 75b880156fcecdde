package dev.whydunit.formats.goroutine;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.formats.crash.CrashFormat;
import dev.whydunit.formats.crash.ProcessEndFormat;
import dev.whydunit.formats.text.TextReading;

/// Any bytes as dumps and crashes: there is an outcome, and all of it can be looked at. The corpus stands in the
/// resources of this test.
class DumpFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) {
        var reading = TextReading.of(bytes, new GoroutineDumpFormat(), new CrashFormat(), new ProcessEndFormat());
        for (GoroutineDump dump : reading.all(GoroutineDump.class)) {
            long members = 0;
            for (var group : dump.groups()) {
                members += group.count();
                group.members()
                        .forEach(
                                member -> member.arguments().forEach(argument -> member.argumentsOf(argument.frame())));
            }
            assertThat(members).isEqualTo(dump.count());
        }
    }
}
