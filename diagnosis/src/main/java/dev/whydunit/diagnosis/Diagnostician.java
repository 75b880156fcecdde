package dev.whydunit.diagnosis;

import dev.whydunit.diagnosis.Diagnosis.Fault;
import dev.whydunit.diagnosis.Diagnosis.NotLooked;
import dev.whydunit.diagnosis.Diagnosis.Outcome;
import dev.whydunit.diagnosis.catalogue.Catalogue;
import dev.whydunit.diagnosis.detectors.Detectors;
import dev.whydunit.diagnosis.weighing.Calibration;
import dev.whydunit.diagnosis.weighing.Judgement;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Diagnoses a case: evidence in, verdicts out. Deterministic and without side effects.
public final class Diagnostician {

    private static final Comparator<Verdict> BEST_FIRST = Comparator.comparingDouble(
                    (Verdict verdict) -> -verdict.confidence())
            .thenComparingDouble(verdict -> -verdict.score())
            .thenComparing(Verdict::severity)
            .thenComparing(Verdict::cause)
            .thenComparing(verdict -> verdict.subject().key());

    private final List<Detector> detectors;
    private final Judgement judgement;

    public Diagnostician(List<Detector> detectors, List<Cause> causes, Calibration calibration) {
        if (detectors.isEmpty() || causes.isEmpty()) {
            throw new IllegalArgumentException("no detectors or no causes: the registries are empty");
        }
        this.detectors = List.copyOf(detectors);
        this.judgement = new Judgement(causes, calibration);
    }

    /// With all detectors and causes, and the fitted calibration.
    public static Diagnostician standard() {
        return new Diagnostician(Detectors.all(), Catalogue.all(), Calibration.FITTED);
    }

    /// The answer to a case.
    public Diagnosis diagnose(List<Evidence> evidence, List<Gap> gaps) {
        List<Examination> examinations =
                ProcessViews.split(evidence, gaps).stream().map(this::examine).toList();
        List<Verdict> verdicts = collect(examinations, Examination::verdicts);
        List<Verdict> ill = verdicts.stream()
                .filter(verdict -> !judgement.isHealthy(verdict))
                .toList();
        Outcome outcome = outcome(verdicts, ill);
        return new Diagnosis(
                outcome,
                switch (outcome) {
                    case DIAGNOSED -> ill;
                    case HEALTHY -> List.of(verdicts.getFirst());
                    case UNDETERMINED -> List.of();
                },
                collect(examinations, Examination::suspicions),
                examinations.stream().flatMap(one -> one.findings().stream()).toList(),
                distinct(examinations.stream()
                        .flatMap(one -> one.quiet().stream())
                        .toList()),
                distinct(examinations.stream()
                        .flatMap(one -> one.notLooked().stream())
                        .toList()),
                outcome == Outcome.UNDETERMINED ? missing(evidence) : List.of(),
                examinations.stream().flatMap(one -> one.faults().stream()).toList());
    }

    private static Outcome outcome(List<Verdict> verdicts, List<Verdict> ill) {
        if (!ill.isEmpty()) {
            return Outcome.DIAGNOSED;
        }
        return verdicts.isEmpty() ? Outcome.UNDETERMINED : Outcome.HEALTHY;
    }

    private static List<Verdict> collect(List<Examination> examinations, Function<Examination, List<Verdict>> part) {
        return examinations.stream()
                .flatMap(one -> part.apply(one).stream())
                .sorted(BEST_FIRST)
                .toList();
    }

    private static <T> List<T> distinct(List<T> all) {
        return List.copyOf(new LinkedHashSet<>(all));
    }

    /// What was learnt of one process.
    private record Examination(
            List<Verdict> verdicts,
            List<Verdict> suspicions,
            List<Finding> findings,
            List<String> quiet,
            List<NotLooked> notLooked,
            List<Fault> faults) {}

    private Examination examine(ProcessView process) {
        List<Finding> findings = new ArrayList<>();
        List<String> quiet = new ArrayList<>();
        List<NotLooked> notLooked = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Detector detector : detectors) {
            switch (detect(detector, process, faults)) {
                case Detection.Fired(List<Finding> fired) -> findings.addAll(fired);
                case Detection.Quiet() -> quiet.add(detector.id());
                case Detection.NotApplicable(String missing, String collect) ->
                    notLooked.add(new NotLooked(detector.id(), missing, collect));
            }
        }
        Judgement.Result result = judgement.judge(process, findings, faults);
        return new Examination(result.verdicts(), result.suspicions(), findings, quiet, notLooked, faults);
    }

    /// A detector that throws is a bug of ours: it is isolated and reported, the rest goes on.
    private static Detection detect(Detector detector, ProcessView process, List<Fault> faults) {
        if (detector.needs().stream().noneMatch(process::has)) {
            List<Collect> ways = ways(detector.needs());
            return new Detection.NotApplicable(
                    ways.stream().map(Collect::what).collect(Collectors.joining(" or ")),
                    ways.getFirst().command());
        }
        try {
            return detector.detect(process);
        } catch (RuntimeException bug) {
            faults.add(new Fault(detector.id(), bug.toString()));
            return new Detection.NotApplicable("an answer: the detector failed (a bug of whydunit)", "--debug");
        }
    }

    private static List<Collect> ways(Set<Class<? extends Evidence>> types) {
        return types.stream()
                .map(Collecting::of)
                .sorted(Comparator.comparing(Collect::what))
                .toList();
    }

    /// What would settle an open case: the kinds of evidence that were not given, those first that most causes show in.
    private static List<Collect> missing(List<Evidence> given) {
        return judgementOrder().stream()
                .filter(type -> given.stream().noneMatch(type::isInstance))
                .map(Collecting::of)
                .toList();
    }

    private static List<Class<? extends Evidence>> judgementOrder() {
        return List.of(
                dev.whydunit.evidence.goroutine.GoroutineDump.class,
                dev.whydunit.evidence.profile.Profile.class,
                dev.whydunit.evidence.memory.GcTrace.class,
                dev.whydunit.evidence.log.LogClue.class);
    }
}
