package dev.whydunit.diagnosis.detectors.host;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Measure;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import dev.whydunit.evidence.goroutine.WaitReason;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.evidence.log.LogClueKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The kernel refuses file descriptors: `too many open files` (EMFILE, ENFILE) from any call that opens one.
public final class DescriptorLimit implements Detector {

    private static final FindingId FINDING = new FindingId("descriptor-limit-reached");
    private static final Measure REFUSALS = new Measure("refusals");

    /// A group of goroutines in I/O that is named as the one that holds descriptors has at least so many members: the
    /// usual soft limit is 1,024, and fewer than these do not fill even a small one.
    private static final int HOLDERS = 20;

    @Override
    public String id() {
        return "descriptor-limit";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(LogClue.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(FINDING);
    }

    @Override
    public Detection detect(ProcessView process) {
        List<LogClue> refusals = process.all(LogClue.class).stream()
                .filter(DescriptorLimit::isRefusal)
                .toList();
        return refusals.isEmpty() ? new Detection.Quiet() : new Detection.Fired(List.of(finding(refusals, process)));
    }

    /// An `Accept` error can be of another kind: only the kernel's words count.
    private static boolean isRefusal(LogClue clue) {
        return clue.kind() == LogClueKind.TOO_MANY_OPEN_FILES
                || (clue.kind() == LogClueKind.ACCEPT_ERROR
                        && clue.example().toLowerCase(Locale.ROOT).contains("too many open files"));
    }

    private static Finding finding(List<LogClue> refusals, ProcessView process) {
        long count = refusals.stream().mapToLong(LogClue::count).sum();
        Optional<Subject> holder = holder(process);
        String holds = holder.flatMap(subject -> subject.frames().stream().findFirst())
                .map(frame -> " Most goroutines in I/O stand in " + CrashStory.place(frame) + ".")
                .orElse("");
        LogClue first = refusals.getFirst();
        return Finding.observed(
                        FINDING,
                        holder.orElseGet(() -> new Subject.Process(Optional.of("open files (ulimit -n)"), List.of())),
                        "The kernel refused a file descriptor %,d times: `%s`.%s"
                                .formatted(count, first.example().strip(), holds),
                        first.cite())
                .citing(refusals.stream().flatMap(clue -> clue.cites().stream()).toList())
                .with(REFUSALS, Quantity.count(count));
    }

    /// Where the goroutines that hold connections come from: the largest group in I/O with frames of the program.
    private static Optional<Subject> holder(ProcessView process) {
        OwnCode own = process.fact(OwnCode.FACT);
        return process.all(GoroutineDump.class).stream()
                .flatMap(dump -> dump.groups().stream())
                .filter(group -> group.reason() == WaitReason.IO_WAIT && group.count() >= HOLDERS)
                .max(Comparator.comparingLong(GoroutineGroup::count))
                .flatMap(group -> subject(group, own));
    }

    private static Optional<Subject> subject(GoroutineGroup group, OwnCode own) {
        List<Frame> frames = own.frames(group.stack().frames());
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Subject.Function(frames.getFirst(), frames.stream().skip(1).toList()));
    }
}
