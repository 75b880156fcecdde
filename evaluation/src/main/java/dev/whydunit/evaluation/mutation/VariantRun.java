package dev.whydunit.evaluation.mutation;

import dev.whydunit.evaluation.cases.RecordedCase;
import dev.whydunit.evaluation.measure.CaseResult;
import dev.whydunit.evaluation.measure.Evaluation;
import dev.whydunit.evaluation.measure.Evaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Runs variants of cases, batch by batch: only one batch lies on the disk.
public final class VariantRun {

    private static final int BATCH = 64;

    private VariantRun() {}

    /// The results of so many variants.
    public static Evaluation evaluate(List<RecordedCase> cases, int count, long seed, Evaluator evaluator)
            throws IOException {
        List<CaseResult> results = new ArrayList<>();
        for (int from = 0; from < count; from += BATCH) {
            Path folder = Files.createTempDirectory("whydunit-variants");
            try {
                var mutator = new Mutator(cases, folder);
                List<RecordedCase> batch = mutator.variants(from, Math.min(count, from + BATCH), seed);
                results.addAll(evaluator.evaluate(batch).results());
            } finally {
                remove(folder);
            }
        }
        return new Evaluation(results);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
