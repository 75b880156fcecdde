package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.crash.ProcessEnd;
import java.util.List;

/// Whether the evidence itself says that the program stood still: waits without printed minutes are stuck then too.
///
/// @param said the runtime found all goroutines asleep, or a test ran into its time limit
public record Standstill(boolean said) {

    public static final Fact<Standstill> FACT = Standstill::derive;

    private static final List<String> WORDINGS = List.of("all goroutines are asleep", "test timed out after");

    private static Standstill derive(ProcessView process) {
        boolean crashed = process.all(Crash.class).stream()
                .map(Crash::message)
                .anyMatch(message -> WORDINGS.stream().anyMatch(message::contains));
        boolean timedOut =
                process.all(ProcessEnd.class).stream().anyMatch(end -> end.kind() == ProcessEnd.Kind.TEST_TIMEOUT);
        return new Standstill(crashed || timedOut);
    }
}
