package dev.whydunit.diagnosis.detectors.host;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import dev.whydunit.evidence.goroutine.WaitReason;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.evidence.log.LogClueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// No further thread: the runtime's limit (10,000 unless `debug.SetMaxThreads` says otherwise), the user's process
/// limit or the cgroup's `pids.max`.
///
/// Sources: `runtime/proc.go` (`checkmcount`), `runtime/os_linux.go` (`newosproc`), `runtime/cgo/gcc_libinit.c`.
public final class ThreadLimit implements Detector {

    private static final FindingId FINDING = new FindingId("thread-limit-reached");
    private static final Measure THREADS = new Measure("goroutines-in-calls");

    /// How the runtime words it, in the message or in the lines before it.
    private static final List<String> WORDINGS = List.of(
            "thread exhaustion",
            "-thread limit",
            "failed to create new OS thread",
            "newosproc",
            "pthread_create failed",
            "may need to increase max user processes");

    /// What `resource temporarily unavailable` must stand beside to be about threads: sockets say the same.
    private static final List<String> OF_THREADS = List.of("fork", "clone", "thread", "pthread");

    @Override
    public String id() {
        return "thread-limit";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(Crash.class, LogClue.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        List<Refusal> refusals = Stream.concat(
                        process.all(Crash.class).stream().flatMap(crash -> refusal(crash).stream()),
                        process.all(LogClue.class).stream().flatMap(clue -> refusal(clue).stream()))
                .toList();
        return refusals.isEmpty() ? new Detection.Quiet() : new Detection.Fired(List.of(finding(refusals, process)));
    }

    /// A line that says that no thread was given.
    private record Refusal(String text, Cite cite) {}

    private static Optional<Refusal> refusal(Crash crash) {
        return Stream.concat(crash.prelude().stream(), Stream.of(crash.message()))
                .filter(text -> WORDINGS.stream().anyMatch(text::contains))
                .findFirst()
                .map(text -> new Refusal(text.strip(), crash.cite()));
    }

    private static Optional<Refusal> refusal(LogClue clue) {
        boolean about = clue.kind() == LogClueKind.CANNOT_CREATE_THREAD
                && OF_THREADS.stream().anyMatch(clue.example()::contains);
        return about ? Optional.of(new Refusal(clue.example().strip(), clue.cite())) : Optional.empty();
    }

    /// Goroutines in system calls and C calls, counted by their innermost own function.
    private record Blocked(Frame frame, List<Frame> callers, long count, Cite cite) {}

    private static Finding finding(List<Refusal> refusals, ProcessView process) {
        Refusal first = refusals.getFirst();
        Optional<Blocked> most = blocked(process).stream()
                .max(Comparator.comparingLong(Blocked::count)
                        .thenComparing(one -> one.frame().function(), Comparator.reverseOrder()));
        String who = most.map(one -> " %,d goroutines hold a thread each in %s."
                        .formatted(one.count(), CrashStory.place(one.frame())))
                .orElse("");
        List<Cite> further = new ArrayList<>();
        most.ifPresent(one -> further.add(one.cite()));
        refusals.stream().map(Refusal::cite).forEach(further::add);
        return Finding.observed(
                        FINDING,
                        most.<Subject>map(one -> new Subject.Function(one.frame(), one.callers()))
                                .orElseGet(() -> new Subject.Process(Optional.of("threads"), List.of())),
                        "The system gave no further thread: `" + first.text() + "`." + who,
                        first.cite())
                .citing(further)
                .with(THREADS, Quantity.count(most.map(Blocked::count).orElse(0L)));
    }

    private static List<Blocked> blocked(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        Map<Object, List<GoroutineGroup>> byFunction = process.all(GoroutineDump.class).stream()
                .flatMap(dump -> dump.groups().stream())
                .filter(ThreadLimit::holdsThread)
                .filter(group -> !own.frames(group.stack().frames()).isEmpty())
                .collect(Collectors.groupingBy(
                        group -> own.frames(group.stack().frames()).getFirst().function()));
        return byFunction.values().stream().map(groups -> blocked(groups, own)).toList();
    }

    private static Blocked blocked(List<GoroutineGroup> groups, OwnCode own) {
        GoroutineGroup first = groups.getFirst();
        List<Frame> frames = own.frames(first.stack().frames());
        return new Blocked(
                frames.getFirst(),
                frames.stream().skip(1).toList(),
                groups.stream().mapToLong(GoroutineGroup::count).sum(),
                first.cite());
    }

    private static boolean holdsThread(GoroutineGroup group) {
        return group.reason() == WaitReason.SYSCALL || group.stack().calls("runtime.cgocall");
    }
}
