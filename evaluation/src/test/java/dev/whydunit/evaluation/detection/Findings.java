package dev.whydunit.evaluation.detection;

import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.diagnosis.Diagnostician;
import dev.whydunit.formats.EvidenceReader;
import dev.whydunit.formats.Limits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What detectors and causes make of a text.
final class Findings {

    private Findings() {}

    static Set<String> of(String text) {
        return diagnosis(text).findings().stream()
                .map(finding -> finding.id().text())
                .collect(Collectors.toSet());
    }

    static List<String> causes(String text) {
        return diagnosis(text).verdicts().stream()
                .map(verdict -> verdict.cause().text())
                .toList();
    }

    private static Diagnosis diagnosis(String text) {
        var input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var reading =
                new EvidenceReader(input).read(List.of(EvidenceReader.STANDARD_INPUT), Limits.standard(), () -> false);
        return Diagnostician.standard().diagnose(reading.evidence(), reading.gaps());
    }
}
