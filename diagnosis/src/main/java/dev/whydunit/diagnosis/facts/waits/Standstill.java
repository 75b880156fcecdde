package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.crash.ProcessEnd;

/// Whether the evidence itself says that the program stood still: waits without printed minutes are stuck
/// then too.
///
/// @param allAsleep the runtime found all goroutines asleep
/// @param timedOut  a test ran into its time limit
public record Standstill(boolean allAsleep, boolean timedOut) {

    public static final Fact<Standstill> FACT = Standstill::derive;

    /// Whether either is said.
    public boolean said() {
        return allAsleep || timedOut;
    }

    private static Standstill derive(ProcessView process) {
        boolean ended =
                process.all(ProcessEnd.class).stream().anyMatch(end -> end.kind() == ProcessEnd.Kind.TEST_TIMEOUT);
        return new Standstill(
                says(process, "all goroutines are asleep"), ended || says(process, "test timed out after"));
    }

    private static boolean says(ProcessView process, String wording) {
        return process.all(Crash.class).stream()
                .anyMatch(crash -> crash.message().contains(wording));
    }
}
