package dev.whydunit.diagnosis.weighing;

import dev.whydunit.diagnosis.Narrative;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.Remedy;
import dev.whydunit.diagnosis.Severity;
import dev.whydunit.diagnosis.Verdict;
import dev.whydunit.diagnosis.facts.waits.ContendedLocks;
import dev.whydunit.evidence.CauseId;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.crash.ProcessEnd;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineProfile;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.evidence.log.LogClueKind;
import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.scheduler.SchedulerTrace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The verdict `healthy`: nothing was found, and what was looked at was enough to see a fault.
///
/// It needs no finding. It needs at least one kind of evidence in which the common faults would show,
/// whole; that nothing in the evidence says that the process broke; and that no cause is more than a faint
/// suspicion.
final class Health {

    static final CauseId HEALTHY = new CauseId("healthy");

    /// Collections after which a gctrace shows the steady state and not the start of the program.
    private static final int CYCLES_ENOUGH = 5;

    /// What a single kind of evidence leaves open: half of the causes show in no other kind.
    private static final double CONFIDENCE_OF_ONE_KIND = 0.85;

    /// Each further kind that is quiet.
    private static final double CONFIDENCE_PER_KIND = 0.02;

    private static final double CONFIDENCE_AT_MOST = 0.9;

    private static final Set<LogClueKind> BROKEN = Set.of(
            LogClueKind.OOM_KILLED,
            LogClueKind.KILLED,
            LogClueKind.TOO_MANY_OPEN_FILES,
            LogClueKind.ACCEPT_ERROR,
            LogClueKind.CANNOT_ALLOCATE_MEMORY,
            LogClueKind.CANNOT_CREATE_THREAD);

    private Health() {}

    /// The verdict for one process, where it can be given.
    static Optional<Verdict> of(ProcessView process, List<Verdict> candidates) {
        boolean suspected =
                candidates.stream().anyMatch(verdict -> verdict.confidence() >= Weighing.SUSPICION_THRESHOLD);
        Set<String> seen = process.evidence().stream()
                .filter(Health::wouldShowFaults)
                .map(Health::kindOf)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        if (suspected
                || seen.isEmpty()
                || isStuck(process)
                || process.evidence().stream().anyMatch(Health::saysBroken)) {
            return Optional.empty();
        }
        double confidence =
                Math.min(CONFIDENCE_AT_MOST, CONFIDENCE_OF_ONE_KIND + CONFIDENCE_PER_KIND * (seen.size() - 1));
        return Optional.of(new Verdict(
                HEALTHY,
                process.identity(),
                Subject.Process.whole(),
                Severity.INFO,
                Math.log(confidence / (1 - confidence)),
                confidence,
                narrative(seen),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    /// Several goroutines that have waited for one lock for a minute: whoever holds it, that is not well.
    private static boolean isStuck(ProcessView process) {
        return process.fact(ContendedLocks.FACT).stream().anyMatch(lock -> lock.minutes() > 0 && lock.queue() > 1);
    }

    private static Narrative narrative(Set<String> seen) {
        return new Narrative(
                "Nothing wrong in what was given",
                "Checked: " + String.join(", ", seen)
                        + ". No detector that could look saw a fault. What was not given could still hide one.",
                Remedy.of("Nothing to do. If the service misbehaves, collect evidence while it does."));
    }

    private static boolean wouldShowFaults(Evidence piece) {
        return switch (piece) {
            case GoroutineDump dump -> dump.showsEverybody();
            case GoroutineProfile profile -> profile.whole() && profile.kind() == GoroutineProfile.Kind.GOROUTINE;
            case GcTrace trace -> trace.seen() >= CYCLES_ENOUGH;
            case SchedulerTrace trace -> trace.seen() >= CYCLES_ENOUGH;
            case Profile profile -> profile.sampleCount() > 0;
            default -> false;
        };
    }

    private static String kindOf(Evidence piece) {
        return switch (piece) {
            case GoroutineDump _ -> "goroutine dump";
            case GoroutineProfile _ -> "goroutine profile";
            case GcTrace _ -> "GC trace";
            case SchedulerTrace _ -> "scheduler trace";
            case Profile profile ->
                profile.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " profile";
            default -> "MemStats";
        };
    }

    private static boolean saysBroken(Evidence piece) {
        return switch (piece) {
            case Crash crash -> crash.kind() != Crash.Kind.RECOVERED_PANIC;
            case ProcessEnd end -> !isCleanExit(end);
            case LogClue clue -> BROKEN.contains(clue.kind());
            default -> false;
        };
    }

    private static boolean isCleanExit(ProcessEnd end) {
        return end.kind() == ProcessEnd.Kind.EXIT_STATUS
                && end.detail().filter("0"::equals).isPresent();
    }
}
