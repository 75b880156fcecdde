package dev.whydunit.diagnosis;

import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.FindingId;
import java.util.Set;

/// Looks for one symptom. A pure, stateless function of a process view: no clock, file, locale, network or thread.
public interface Detector {

    /// The stable name, kebab-case.
    String id();

    /// The kinds of evidence that can show the symptom. Where none of them is there the engine answers
    /// [Detection.NotApplicable] itself and does not ask.
    Set<Class<? extends Evidence>> needs();

    /// The findings that it may give.
    Set<FindingId> findings();

    /// Looks.
    Detection detect(ProcessView process);
}
