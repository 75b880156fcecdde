package dev.whydunit.formats.profile;

/// How much of one profile is held. The largest profiles that people report have a few million samples; a column of
/// these sizes stays below a gigabyte.
final class ProfileBounds {
    static final int SAMPLES = 16_000_000;
    static final int FRAMES = 160_000_000;
    static final int LABELS = 32_000_000;
    static final int LOCATIONS = 4_000_000;
    static final int LINES = 16_000_000;
    static final int FUNCTIONS = 4_000_000;
    static final int MAPPINGS = 100_000;
    static final int STRINGS = 8_000_000;
    static final int SAMPLE_TYPES = 64;
    static final int COMMENTS = 1_000;

    private ProfileBounds() {}
}
