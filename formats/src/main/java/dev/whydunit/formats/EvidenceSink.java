package dev.whydunit.formats;

import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;

/// Takes what a format makes of its lines or bytes.
public interface EvidenceSink {

    /// A typed fact.
    void evidence(Evidence evidence);

    /// Something that could not be read.
    void gap(Gap gap);
}
