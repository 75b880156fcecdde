package dev.whydunit.diagnosis.detectors.crashes;

import dev.whydunit.diagnosis.Detection;
import dev.whydunit.diagnosis.Detector;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.diagnosis.facts.CrashStories;
import dev.whydunit.diagnosis.facts.CrashStory;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Finding;
import dev.whydunit.evidence.FindingId;
import dev.whydunit.evidence.crash.Crash;
import java.util.Set;

/// `unexpected fault address`: Go code touched memory that no Go pointer can point to.
///
/// A nil pointer with an offset faults below 4,096 and is a panic; this one is a wild address, made with `unsafe` or
/// left over from memory that is no longer mapped. SIGBUS is told apart: it is a mapped file that shrank or that the
/// disk could not fill. Source: `runtime/signal_unix.go` (`sigpanic`).
public final class UnexpectedFault implements Detector {

    private static final FindingId WILD_ADDRESS = new FindingId("fault-at-wild-address");
    private static final FindingId BUS_ERROR = new FindingId("fault-of-mapped-file");

    @Override
    public String id() {
        return "unexpected-fault";
    }

    @Override
    public Set<Class<? extends Evidence>> needs() {
        return Set.of(Crash.class);
    }

    @Override
    public Set<FindingId> findings() {
        return Set.of(WILD_ADDRESS, BUS_ERROR);
    }

    @Override
    public Detection detect(ProcessView process) {
        return Detection.of(process.fact(CrashStories.FACT).stream()
                .filter(UnexpectedFault::isFault)
                .map(UnexpectedFault::finding)
                .toList());
    }

    private static boolean isFault(CrashStory story) {
        return story.crash().kind() == Crash.Kind.FATAL_ERROR
                && story.text().equals("fault")
                && !SignalInC.isFaultInC(story);
    }

    private static Finding finding(CrashStory story) {
        boolean bus = story.crash()
                .signal()
                .filter(signal -> signal.name().equals("SIGBUS"))
                .isPresent();
        String address = story.crash()
                .signal()
                .filter(signal -> signal.address().isPresent())
                .map(signal -> " 0x" + Long.toHexString(signal.address().getAsLong()))
                .orElse("");
        return Finding.observed(
                bus ? BUS_ERROR : WILD_ADDRESS,
                story.subject(),
                story.place() + " touched the address" + address
                        + (bus ? ", whose mapped file has no data there (SIGBUS)." : ", which is no Go memory."),
                story.crash().cite());
    }
}
