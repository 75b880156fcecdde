package dev.whydunit.report.redact;

import java.util.HashMap;
import java.util.Map;

/// The stand-ins: `host-1`, `ip-2`, numbered by first use.
final class StandIns {
    private final Map<String, String> byValue = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();

    /// The stand-in of a value; the first kind that a value is met with is the one it keeps.
    String of(String kind, String value) {
        return byValue.computeIfAbsent(value, _ -> kind + "-" + used.merge(kind, 1, Integer::sum));
    }
}
