package dev.whydunit.diagnosis;

/// Something that several detectors ask of the same evidence: derived once for a process and kept. An implementation
/// is a stateless singleton.
///
/// @param <T> an immutable result
public interface Fact<T> {

    /// Derives it. Pure: the same view gives the same result.
    T derive(ProcessView process);
}
