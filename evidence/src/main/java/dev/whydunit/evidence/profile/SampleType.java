package dev.whydunit.evidence.profile;

/// What a value of a sample counts: `inuse_space` in `bytes`.
public record SampleType(String type, String unit) {}
