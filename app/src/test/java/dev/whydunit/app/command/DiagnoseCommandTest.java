package dev.whydunit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseCommandTest {
    private static final String CRASH = """
            panic: runtime error: invalid memory address or nil pointer dereference
            [signal SIGSEGV: segmentation violation code=0x1 addr=0x8 pc=0x47d2a5]

            goroutine 18 [running]:
            example.com/shop/cart.(*Cart).Total(0x0)
            \t/src/shop/cart/cart.go:31 +0x25
            main.main()
            \t/src/shop/main.go:22 +0x1d
            exit status 2
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void textHasTheVerdictFirst() throws IOException {
        Files.writeString(folder.resolve("stderr.log"), CRASH);
        var run = RecordedRun.of("diagnose", folder.toString());
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("nil-dereference")
                .contains("stderr.log:1")
                .contains("cart.go:31");
        assertThat(run.out().lines()).hasSizeLessThanOrEqualTo(40);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void standardInputIsReadAndJsonIsWritten() {
        var run = RecordedRun.withInput(CRASH, "diagnose", "--format", "json", "-");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("\"whydunit/diagnosis/1\"", "\"nil-dereference\"", "\"version\": \"1.2.3\"");
    }

    @Test
    void failOnDecidesTheExitStatus() {
        assertThat(RecordedRun.withInput(CRASH, "diagnose", "--fail-on=critical", "-")
                        .status())
                .isOne();
        assertThat(RecordedRun.withInput(CRASH, "diagnose", "--fail-on=never", "-")
                        .status())
                .isZero();
    }

    @Test
    void resultGoesToTheFileNamed() throws IOException {
        var file = folder.resolve("answer.txt");
        var run = RecordedRun.withInput(CRASH, "diagnose", "-o", file.toString(), "-");
        assertThat(run.out()).isEmpty();
        assertThat(file).content().startsWith("nil-dereference");
    }

    @Test
    void pathThatIsNotThereIsNoInput() {
        var run = RecordedRun.of("diagnose", folder.resolve("nowhere").toString());
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("nowhere", "give files or folders");
    }

    @Test
    void emptyFolderIsNoInput() {
        assertThat(RecordedRun.of("diagnose", folder.toString()).status()).isEqualTo(3);
    }

    @Test
    void controlCharactersOfTheInputDoNotReachTheTerminal() {
        var run = RecordedRun.withInput(CRASH.replace("Total", "To\033[31mtal"), "diagnose", "-");
        assertThat(run.out()).doesNotContain("\033");
    }

    @Test
    void linesOfPackedFilesAndOfMembersOfArchivesAreShown() throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("stderr.log.gz")))) {
            gzip.write(CRASH.getBytes(StandardCharsets.UTF_8));
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("logs.zip")))) {
            zip.putNextEntry(new ZipEntry("pod.log"));
            zip.write(CRASH.replace("Total", "Sum").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertThat(RecordedRun.of("diagnose", folder.toString()).out().lines())
                .anyMatch(line -> line.contains("stderr.log.gz:1  panic: runtime error"))
                .anyMatch(line -> line.contains("logs.zip!pod.log:1  panic: runtime error"));
    }

    @Test
    void verdictBelowTheWantedConfidenceIsNone() {
        var run = RecordedRun.withInput(CRASH, "diagnose", "--min-confidence", "1", "--fail-on", "medium", "-");
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Can't tell");
    }

    @Test
    void markdownTellsCausePlaceAndInputs() {
        assertThat(RecordedRun.withInput(CRASH, "diagnose", "--format", "md", "-")
                        .out())
                .startsWith("# Why it broke")
                .contains("`nil-dereference`", "`/src/shop/cart/cart.go:31`", "### Proof", "## Inputs");
    }

    @Test
    void sarifPutsTheResultAtTheSubjectsLine() {
        assertThat(RecordedRun.withInput(CRASH, "diagnose", "--format", "sarif", "-")
                        .out())
                .contains("\"2.1.0\"", "\"ruleId\": \"nil-dereference\"", "\"uri\": \"/src/shop/cart/cart.go\"")
                .contains("\"startLine\": 31");
    }

    @Test
    void manyLongVerdictsStillFitAScreen() throws IOException {
        for (int i = 0; i < 8; i++) {
            var crash = CRASH.replace(
                            "runtime error: invalid memory address or nil pointer dereference",
                            "no " + "x y ".repeat(400))
                    .replace("Total", "Total" + "OfAllThings".repeat(20) + i);
            Files.writeString(folder.resolve("stderr-" + i + ".log"), crash);
        }
        var run = RecordedRun.of("diagnose", "--top", "8", folder.toString());
        assertThat(run.out().lines()).hasSizeLessThanOrEqualTo(40);
        assertThat(run.out()).startsWith("application-panic").contains(" more: --verbose --top 8");
    }
}
