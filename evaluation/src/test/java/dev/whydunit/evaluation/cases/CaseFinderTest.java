package dev.whydunit.evaluation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFinderTest {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    @Test
    void theEvidenceIsAllButTheDescription() throws IOException {
        file(
                "a/case.json",
                "{\"causes\": [\"double-lock\"], \"alsoAccepted\": [\"deadlock-all-asleep\"], \"subject\": \"Add$\"}");
        Path log = file("a/logs/service.log", "x");

        RecordedCase one = CaseFinder.find(List.of(folder)).cases().getFirst();

        assertThat(one.evidence()).containsExactly(log);
        assertThat(one.accepts("deadlock-all-asleep")).isTrue();
        assertThat(one.accepts("healthy")).isFalse();
        assertThat(one.subject())
                .hasValueSatisfying(subject ->
                        assertThat(subject.matcher("main.(*T).Add").find()).isTrue());
    }

    @Test
    void aListNamesItsCases() throws IOException {
        file("one.txt", "x");
        file("two/a.txt", "x");
        Path list = file(
                "cases.jsonl",
                "{\"path\": \"one.txt\", \"causes\": [\"healthy\"]}\n\n{\"path\": \"two\", \"causes\": [\"heap-leak\"], \"composed\": true}\n");

        CaseFinder.Found found = CaseFinder.find(List.of(list));

        assertThat(found.errors()).isEmpty();
        assertThat(found.cases()).extracting(RecordedCase::name).containsExactly("one.txt", "two");
        assertThat(found.cases()).extracting(RecordedCase::composed).containsExactly(false, true);
    }

    @Test
    void whatIsBrokenIsSaidAndTheOthersRun() throws IOException {
        file("a/case.json", "{");
        file("b/case.json", "{\"causes\": []}");
        file("c/case.json", "{\"causes\": [\"healthy\"], \"subject\": \"(\"}");
        file("c/x.txt", "x");
        file("d/case.json", "{\"causes\": [\"healthy\"], \"evidence\": [\"gone.txt\"]}");
        file("e/case.json", "{\"causes\": [\"healthy\"]}");
        file("e/x.txt", "x");

        CaseFinder.Found found = CaseFinder.find(List.of(folder));

        assertThat(found.cases()).hasSize(1);
        assertThat(found.errors()).hasSize(4).anyMatch(error -> error.contains("there is no evidence gone.txt"));
    }
}
