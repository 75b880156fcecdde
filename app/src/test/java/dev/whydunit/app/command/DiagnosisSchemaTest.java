package dev.whydunit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written is what `docs/diagnosis.schema.json` says.
class DiagnosisSchemaTest {
    private static final Path SCHEMA = Path.of("../docs/diagnosis.schema.json");
    private static final String FIXTURES = "../formats/src/test/fixtures/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "goroutine/shop/go1.26.8-nil.txt",
                "goroutine/shop/go1.17.13-map.txt",
                "goroutine/shop/go1.26.8-dump.txt",
                "goroutine/shop/go1.13.15-quit-crash.txt",
                "pprof",
                "profile-text",
                "godebug"
            })
    void outputHoldsWhatThePublishedSchemaSays(String input) throws IOException {
        var output =
                RecordedRun.of("diagnose", "--format", "json", FIXTURES + input).out();
        assertThat(JsonSchema.faults(Files.readString(SCHEMA), output)).isEmpty();
    }

    @Test
    void inputThatNoFormatKnowsIsWrittenAsTheSchemaSays() throws IOException {
        var output = RecordedRun.withInput("nothing of interest\n", "diagnose", "--format", "json", "-")
                .out();
        assertThat(output).contains("\"outcome\": \"undetermined\"", "\"format\": null");
        assertThat(JsonSchema.faults(Files.readString(SCHEMA), output)).isEmpty();
    }

    @Test
    void checkSeesWhatIsMissingAndWhatIsNotPublished() throws IOException {
        assertThat(JsonSchema.faults(Files.readString(SCHEMA), "{\"schema\": \"x\", \"more\": 1}"))
                .contains("$.more is not published", "$ has no version", "$.schema is not whydunit/diagnosis/1");
    }
}
