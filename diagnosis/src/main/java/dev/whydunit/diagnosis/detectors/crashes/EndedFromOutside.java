package dev.whydunit.diagnosis.detectors.crashes;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.detectors.Quoted;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.crash.ProcessEnd;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.evidence.log.LogClueKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A signal that somebody sent: SIGQUIT, SIGTERM or SIGKILL in the dump's header, the end of the process
/// or the log.
public final class EndedFromOutside implements Detector {

    private static final FindingId QUIT = new FindingId("quit-signal-sent");
    private static final FindingId ENDED = new FindingId("ended-by-signal");

    /// `si_code` of a signal sent by kill(2): SI_USER.
    private static final long SENT_BY_KILL = 0;

    /// How Go and the shells word them (`syscall/zerrors_linux_amd64.go`).
    private static final List<String> OWN_SIGNALS = List.of(
            "segmentation fault",
            "bus error",
            "floating point exception",
            "illegal instruction",
            "aborted",
            "trace/breakpoint trap",
            "broken pipe",
            "profiling timer expired",
            "virtual timer expired");

    /// The same by number, as a program prints `exec.ExitError` of a platform that has no names: SIGILL,
    /// SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGPIPE, SIGVTALRM, SIGPROF.
    private static final Pattern OWN_NUMBERS = Pattern.compile("signal:? (?:4|5|6|7|8|11|13|26|27)\\b");

    private static final Set<LogClueKind> ENDS = Set.of(LogClueKind.KILLED, LogClueKind.TERMINATED);

    @Override
    public String id() {
        return "ended-from-outside";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(Crash.class, ProcessEnd.class, LogClue.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(QUIT, ENDED);
    }

    @Override
    public Detection detect(ProcessView process) {
        Stream<Finding> crashes = process.all(Crash.class).stream()
                .filter(EndedFromOutside::wasSent)
                .map(EndedFromOutside::ofCrash);
        Stream<Finding> ends = process.all(ProcessEnd.class).stream()
                .filter(end -> end.kind() == ProcessEnd.Kind.SIGNALLED && !isOfItself(end))
                .map(end -> ended(end.text(), end));
        Stream<Finding> clues = process.all(LogClue.class).stream()
                .filter(clue -> ENDS.contains(clue.kind()))
                .map(clue -> ended(clue.example(), clue));
        List<Finding> findings =
                Stream.of(crashes, ends, clues).flatMap(part -> part).toList();
        return Detection.of(findings);
    }

    /// Signals that a process brings upon itself: by a fault, abort, or a timer that it set.
    private static boolean isOfItself(ProcessEnd end) {
        return OWN_SIGNALS.stream().anyMatch(end.text()::contains)
                || OWN_NUMBERS.matcher(end.text()).find();
    }

    private static boolean wasSent(Crash crash) {
        return crash.kind() == Crash.Kind.SIGNAL
                && crash.signal()
                        .filter(signal -> signal.name().equals("SIGQUIT")
                                || (!signal.duringCgo()
                                        && signal.code().isPresent()
                                        && signal.code().getAsLong() == SENT_BY_KILL))
                        .isPresent();
    }

    private static Finding ofCrash(Crash crash) {
        String name = crash.signal().orElseThrow().name();
        boolean quit = name.equals("SIGQUIT");
        return Finding.observed(
                quit ? QUIT : ENDED,
                new Subject.Host("sender of " + name),
                "The process got " + name + " from outside: Go prints all stacks and exits.",
                crash.cite());
    }

    private static Finding ended(String text, Evidence piece) {
        return Finding.observed(
                ENDED,
                new Subject.Host("sender of the signal"),
                "The process was ended by a signal: `" + Quoted.line(text) + "`.",
                piece.cite());
    }
}
