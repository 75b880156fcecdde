package dev.whydunit.evaluation.measure;

import dev.whydunit.diagnosis.Diagnostician;
import dev.whydunit.evaluation.cases.RecordedCase;
import dev.whydunit.formats.EvidenceReader;
import dev.whydunit.formats.Limits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs the diagnosis over cases, as `diagnose` would on their evidence: it gets the files and nothing of
/// what is known of the case.
public final class Evaluator implements AutoCloseable {

    private final Diagnostician diagnostician;
    private final ExecutorService workers;

    /// @param atATime cases that are held in memory at the same time
    public Evaluator(Diagnostician diagnostician, int atATime) {
        this.diagnostician = diagnostician;
        this.workers = Executors.newFixedThreadPool(atATime);
    }

    /// The results in the order of the cases.
    public Evaluation evaluate(List<RecordedCase> cases) {
        List<Future<CaseResult>> running =
                cases.stream().map(one -> workers.submit(() -> run(one))).toList();
        return new Evaluation(running.stream().map(Evaluator::result).toList());
    }

    /// One case, on the thread that asks.
    public CaseResult run(RecordedCase one) {
        long begin = System.nanoTime();
        var reading = new EvidenceReader().read(one.evidence(), Limits.standard(), () -> false);
        var diagnosis = diagnostician.diagnose(reading.evidence(), reading.gaps());
        return CaseResult.of(one, diagnosis, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static CaseResult result(Future<CaseResult> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
