package dev.whydunit.evaluation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.catalogue.Catalogue;
import dev.whydunit.diagnosis.detectors.Detectors;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {
    private static final List<String> HEADINGS = List.of(
            "Fault",
            "Why it hurts",
            "Evidence needed",
            "How it is recognised",
            "Fires on",
            "Stays silent on",
            "Fix",
            "References");

    private static final Pages PAGES = new Pages();

    static Stream<String> units() {
        return Stream.concat(
                Catalogue.all().stream().map(Cause::id).map(id -> id.text()),
                Detectors.all().stream().map(Detector::id));
    }

    @ParameterizedTest
    @MethodSource("units")
    void eachUnitHasItsPageWithAllHeadingsInOrder(String id) {
        var page = PAGES.find(id).orElseThrow(() -> new AssertionError("no page of " + id));

        assertThat(page.text()).startsWith("# ");
        assertThat(Pattern.compile("^## (.*)$", Pattern.MULTILINE)
                        .matcher(page.text())
                        .results()
                        .map(heading -> heading.group(1)))
                .containsExactlyElementsOf(HEADINGS);
    }

    @Test
    void aFindingLeadsToItsDetector() {
        assertThat(PAGES.find("lock-waits-for-itself"))
                .hasValueSatisfying(page -> assertThat(page.id()).isEqualTo("lock-self-wait"));
    }

    @Test
    void nearIdsAreOffered() {
        assertThat(PAGES.near("lock-double", 3)).contains("double-lock");
        assertThat(PAGES.near("heapleak", 3)).contains("heap-leak");
    }
}
