package dev.whydunit.diagnosis.weighing;

import dev.whydunit.diagnosis.Cause;
import dev.whydunit.diagnosis.Diagnosis.Fault;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.evidence.Finding;
import java.util.List;
import java.util.Optional;

/// What is said of one process: verdicts where they are sure enough, `healthy` where nothing is suspected and enough
/// was seen, else suspicions only.
public final class Judgement {

    private final Weighing weighing;

    public Judgement(List<Cause> causes, Calibration calibration) {
        this.weighing = new Weighing(causes, calibration);
    }

    /// Verdicts and suspicions of one process, each the best first.
    public record Result(List<Verdict> verdicts, List<Verdict> suspicions) {
        public Result {
            verdicts = List.copyOf(verdicts);
            suspicions = List.copyOf(suspicions);
        }
    }

    /// Judges. A cause that throws is reported in `faults`, and nothing is said of the process.
    public Result judge(ProcessView process, List<Finding> findings, List<Fault> faults) {
        List<Verdict> weighed;
        try {
            weighed = weighing.weigh(process, findings);
        } catch (RuntimeException bug) {
            faults.add(new Fault("weighing", bug.toString()));
            return new Result(List.of(), List.of());
        }
        List<Verdict> verdicts = weighed.stream()
                .filter(verdict -> verdict.confidence() >= Weighing.VERDICT_THRESHOLD)
                .toList();
        if (!verdicts.isEmpty()) {
            return new Result(verdicts, rest(weighed));
        }
        Optional<Verdict> healthy = faults.isEmpty() ? Health.of(process, weighed) : Optional.empty();
        return new Result(healthy.stream().toList(), rest(weighed));
    }

    private static List<Verdict> rest(List<Verdict> weighed) {
        return weighed.stream()
                .filter(verdict -> verdict.confidence() < Weighing.VERDICT_THRESHOLD)
                .toList();
    }

    /// Whether a verdict says that nothing is wrong.
    public boolean isHealthy(Verdict verdict) {
        return verdict.cause().equals(Health.HEALTHY);
    }
}
