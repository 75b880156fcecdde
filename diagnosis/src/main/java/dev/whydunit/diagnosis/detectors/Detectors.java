package dev.whydunit.diagnosis.detectors;

import dev.whydunit.diagnosis.Detector;
import java.util.List;

/// All detectors, sorted by name. Adding one: its class, its page beside it, its line here.
public final class Detectors {

    private static final List<Detector> ALL = List.of();

    private Detectors() {}

    public static List<Detector> all() {
        return ALL;
    }
}
