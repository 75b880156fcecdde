package dev.whydunit.diagnosis;

/// How bad it is where a cause holds, worst first.
public enum Severity {
    /// The process ends or no longer works.
    CRITICAL,
    /// It will end, or serves badly.
    HIGH,
    /// It costs more than it should.
    MEDIUM,
    /// Worth knowing, nothing to do at night.
    INFO
}
