package dev.whydunit.evaluation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.diagnosis.Diagnostician;
import dev.whydunit.diagnosis.catalogue.Catalogue;
import dev.whydunit.diagnosis.detectors.Detectors;
import dev.whydunit.evaluation.cases.CaseFinder;
import dev.whydunit.formats.EvidenceReader;
import dev.whydunit.formats.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The inputs on the pages do what the pages say.
class PageConformanceTest {
    private static final Pages PAGES = new Pages();
    private static final Map<PageExample, Diagnosis> DIAGNOSES = new HashMap<>();

    @TempDir
    Path folder;

    static Stream<Detector> detectors() {
        return Detectors.all().stream()
                .filter(detector -> PAGES.find(detector.id()).isPresent());
    }

    static Stream<Cause> causes() {
        return Catalogue.all().stream()
                .filter(cause -> PAGES.find(cause.id().text()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void aDetectorFiresWhereItsPageSaysAndNowhereElse(Detector detector) {
        UnitPage page = PAGES.find(detector.id()).orElseThrow();

        assertThat(page.firesOn())
                .allSatisfy(example -> assertThat(fires(detector, example)).isTrue());
        assertThat(page.staysSilentOn())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(fires(detector, example)).isFalse());
    }

    @ParameterizedTest
    @MethodSource("causes")
    void aCauseIsTheFirstVerdictWhereItsPageSaysAndNoneElsewhere(Cause cause) {
        UnitPage page = PAGES.find(cause.id().text()).orElseThrow();

        assertThat(page.firesOn())
                .allSatisfy(example ->
                        assertThat(causes(example)).startsWith(cause.id().text()));
        assertThat(page.staysSilentOn())
                .isNotEmpty()
                .allSatisfy(example ->
                        assertThat(causes(example)).doesNotContain(cause.id().text()));
    }

    private boolean fires(Detector detector, PageExample example) {
        return diagnosis(example).findings().stream()
                .anyMatch(finding -> detector.findings().contains(finding.id()));
    }

    private List<String> causes(PageExample example) {
        return diagnosis(example).verdicts().stream()
                .map(verdict -> verdict.cause().text())
                .toList();
    }

    private Diagnosis diagnosis(PageExample example) {
        return DIAGNOSES.computeIfAbsent(example, this::diagnose);
    }

    private Diagnosis diagnose(PageExample example) {
        var reading = new EvidenceReader().read(files(example), Limits.standard(), () -> false);
        return Diagnostician.standard().diagnose(reading.evidence(), reading.gaps());
    }

    private List<Path> files(PageExample example) {
        if (example.zooCase().isPresent()) {
            Path zoo = Path.of("..", "zoo", "cases", example.zooCase().get());
            return CaseFinder.find(List.of(zoo)).cases().getFirst().evidence();
        }
        List<Path> files = new ArrayList<>();
        example.files().forEach((name, text) -> {
            try {
                files.add(Files.writeString(folder.resolve(name), text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return files;
    }
}
