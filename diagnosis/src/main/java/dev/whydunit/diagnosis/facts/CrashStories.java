package dev.whydunit.diagnosis.facts;

import dev.whydunit.diagnosis.Fact;
import dev.whydunit.diagnosis.ProcessView;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.crash.Crash.PanicValue;
import dev.whydunit.evidence.goroutine.Goroutine;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The crashes of a process, each told from its first panic; the same crash at the same place only once.
public final class CrashStories implements Fact<List<CrashStory>> {

    public static final CrashStories FACT = new CrashStories();

    /// How a dump prints the call of `runtime.gopanic`, and how profiles and old releases do.
    private static final Set<String> PANIC_CALLS = Set.of("panic", "runtime.gopanic", "runtime.panic");

    private CrashStories() {}

    @Override
    public List<CrashStory> derive(ProcessView process) {
        Map<String, CrashStory> distinct = new LinkedHashMap<>();
        for (Crash crash : process.all(Crash.class)) {
            CrashStory story = story(crash, process);
            distinct.putIfAbsent(crash.kind() + "|" + story.text() + "|" + story.place(), story);
        }
        return List.copyOf(distinct.values());
    }

    private static CrashStory story(Crash crash, ProcessView process) {
        List<Frame> frames = crash.stack().map(stack -> stack.frames()).orElse(List.of());
        List<Integer> panicCalls = panicCalls(frames);
        String text = crash.panics().isEmpty()
                ? crash.message()
                : crash.panics().getFirst().text();
        List<Frame> raised = raisedAt(frames, panicCalls.isEmpty() ? -1 : panicCalls.getLast());
        List<Frame> origin = raised.isEmpty() ? raisedAt(listedFirst(crash, process), -1) : raised;
        List<Frame> laterOrigin = panicCalls.size() < 2 ? List.of() : raisedAt(frames, panicCalls.getFirst());
        return new CrashStory(
                crash,
                text,
                origin,
                later(crash, text),
                laterOrigin,
                goroutine(crash, process),
                process.fact(OwnCode.FACT));
    }

    /// Where the crash shows the system's stack alone: the goroutine that the runtime prints first is the
    /// one that ran on this thread. Source: `runtime/panic.go` (`dopanic_m`).
    private static List<Frame> listedFirst(Crash crash, ProcessView process) {
        return process.all(GoroutineDump.class).stream()
                .filter(dump -> dump.cite().path().equals(crash.cite().path()))
                .flatMap(dump -> dump.groups().stream())
                .filter(group -> group.cite().from() >= crash.cite().from()
                        && group.cite().to() <= crash.cite().to())
                .min(Comparator.comparingLong(group -> group.cite().from()))
                .filter(group -> group.stack().calls("runtime.cgocall"))
                .map(group -> group.stack().frames())
                .orElse(List.of());
    }

    private static List<Integer> panicCalls(List<Frame> frames) {
        List<Integer> calls = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            if (PANIC_CALLS.contains(frames.get(i).function().canonical())) {
                calls.add(i);
            }
        }
        return calls;
    }

    private static List<Frame> raisedAt(List<Frame> frames, int panicCall) {
        return frames.stream()
                .skip(panicCall + 1L)
                .filter(frame -> !isMachinery(frame))
                .toList();
    }

    /// Frames of the runtime and of the stack printer itself: how it panicked, not where.
    private static boolean isMachinery(Frame frame) {
        String path = frame.function().packagePath();
        return PANIC_CALLS.contains(frame.function().canonical())
                || path.equals("runtime")
                || path.startsWith("internal/runtime/")
                || path.equals("runtime/debug");
    }

    /// A value that is raised again unchanged masks nothing.
    private static List<PanicValue> later(Crash crash, String first) {
        if (crash.panics().isEmpty()) {
            return List.of();
        }
        List<PanicValue> later = crash.panics().stream()
                .skip(1)
                .filter(value -> !value.text().equals(first))
                .toList();
        boolean fatalAfterwards = crash.kind() == Crash.Kind.FATAL_ERROR;
        if (later.isEmpty() && fatalAfterwards) {
            return List.of(new PanicValue(crash.message(), false, false, false, crash.cite()));
        }
        return later;
    }

    private static Optional<Goroutine> goroutine(Crash crash, ProcessView process) {
        if (crash.goroutine().isEmpty()) {
            return Optional.empty();
        }
        return process.all(GoroutineDump.class).stream()
                .filter(dump -> dump.cite().path().equals(crash.cite().path())
                        && dump.cite().from() >= crash.cite().from())
                .flatMap(dump -> dump.groups().stream())
                .flatMap(group -> group.members().stream())
                .filter(member -> member.id() == crash.goroutine().getAsLong()
                        && member.cite().from() >= crash.cite().from())
                .findFirst();
    }
}
