package dev.whydunit.formats.crash;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.crash.Crash.Kind;
import dev.whydunit.evidence.crash.Crash.PanicValue;
import dev.whydunit.evidence.crash.ProcessEnd;
import dev.whydunit.evidence.goroutine.GoroutineDump.Form;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.goroutine.GoroutineListing;
import dev.whydunit.formats.goroutine.GoroutineListing.Ending;
import dev.whydunit.formats.goroutine.GoroutineListing.FirstStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes the evidence of a crash of its head and its goroutines.
final class CrashAssembly {

    private static final String TEST_TIMED_OUT = "test timed out after ";
    private static final String LOGGED_BY = "runtime/debug.Stack";

    private final SectionContext context;
    private final CrashHead head;
    private final GoroutineListing listing;
    private final boolean wentOn;

    /// @param wentOn whether the log went on where the goroutines should have stood
    CrashAssembly(SectionContext context, CrashHead head, GoroutineListing listing, boolean wentOn) {
        this.context = context;
        this.head = head;
        this.listing = listing;
        this.wentOn = wentOn;
    }

    /// Gives the crash, then its goroutines.
    ///
    /// @param cite the lines of the crash
    void give(Cite cite, EvidenceSink sink) {
        var after = new ArrayList<Evidence>();
        var gaps = new ArrayList<Gap>();
        List<PanicValue> panics = head.chain().values();
        Ending ending = listing.finish(form(), listsAll(), into(after, gaps));
        if (isCrash(panics)) {
            sink.evidence(crash(kind(ending), panics, ending, cite));
            timedOut(panics).ifPresent(sink::evidence);
        }
        after.forEach(sink::evidence);
        gaps.forEach(sink::gap);
    }

    private static EvidenceSink into(List<Evidence> evidence, List<Gap> gaps) {
        return new EvidenceSink() {
            @Override
            public void evidence(Evidence piece) {
                evidence.add(piece);
            }

            @Override
            public void gap(Gap gap) {
                gaps.add(gap);
            }
        };
    }

    /// A prelude without its error, a word of a middleware without a stack and a signal's name alone are no crash;
    /// nor is a word of panic without a stack in a log that goes on.
    private boolean isCrash(List<PanicValue> panics) {
        return switch (head.opening()) {
            case PRELUDE -> false;
            case RECOVERED -> !listing.isEmpty();
            case SIGNAL -> head.signal().hasProgramCounter() || !listing.isEmpty();
            case SERVING -> !panics.isEmpty();
            case PANIC, FATAL_ERROR ->
                !listing.isEmpty() || !wentOn || head.signal().signal().isPresent();
        };
    }

    private Form form() {
        return switch (head.opening()) {
            case PANIC -> head.fatalText().isEmpty() ? Form.PANIC : Form.FATAL_ERROR;
            case FATAL_ERROR, PRELUDE -> Form.FATAL_ERROR;
            case SIGNAL -> Form.SIGNAL;
            case SERVING, RECOVERED -> Form.LOGGED_STACK;
        };
    }

    /// A signal prints all goroutines, and so does the error that none of them can go on; from Go 1.26 on other
    /// errors print one only, unless GOTRACEBACK says otherwise.
    private boolean listsAll() {
        return head.opening() == Opening.SIGNAL || head.fatalText().endsWith("deadlock!");
    }

    private Kind kind(Ending ending) {
        return switch (form()) {
            case PANIC -> wasLogged(ending) ? Kind.RECOVERED_PANIC : Kind.PANIC;
            case FATAL_ERROR -> Kind.FATAL_ERROR;
            case SIGNAL -> Kind.SIGNAL;
            case LOGGED_STACK, STACK_ALL -> Kind.RECOVERED_PANIC;
        };
    }

    /// Who recovers a panic and prints the stack himself stands on top of it with `debug.Stack`.
    private static boolean wasLogged(Ending ending) {
        return ending.first()
                .filter(first -> !first.stack().frames().isEmpty()
                        && first.stack()
                                .frames()
                                .getFirst()
                                .function()
                                .canonical()
                                .equals(LOGGED_BY))
                .isPresent();
    }

    private Crash crash(Kind kind, List<PanicValue> panics, Ending ending, Cite cite) {
        Optional<FirstStack> stack = stack(kind, ending);
        return new Crash(
                context.origin(),
                cite,
                kind,
                panics,
                message(kind, panics),
                head.signal().signal(),
                head.prelude(),
                stack.map(FirstStack::goroutine).orElse(OptionalLong.empty()),
                stack.map(FirstStack::stack),
                !listing.isEmpty() && ending.whole());
    }

    /// A signal stops the thread that it arrives on: in C code that is the goroutine that called it, else most often
    /// the scheduler.
    private Optional<FirstStack> stack(Kind kind, Ending ending) {
        if (head.isDuringCgo()) {
            return ending.goroutine().or(ending::system);
        }
        return kind == Kind.SIGNAL ? ending.system().or(ending::first) : ending.first();
    }

    private String message(Kind kind, List<PanicValue> panics) {
        return switch (kind) {
            case PANIC, RECOVERED_PANIC -> panics.getLast().text();
            case FATAL_ERROR -> head.fatalText();
            case SIGNAL -> head.signalText();
        };
    }

    private Optional<ProcessEnd> timedOut(List<PanicValue> panics) {
        return panics.stream()
                .filter(value -> value.text().startsWith(TEST_TIMED_OUT))
                .findFirst()
                .map(value -> new ProcessEnd(
                        context.origin(),
                        value.cite(),
                        ProcessEnd.Kind.TEST_TIMEOUT,
                        "panic: " + value.text().lines().findFirst().orElse(""),
                        Optional.of(runningTests(value.text()))));
    }

    /// The tests that ran, one a line (Go 1.20 and later); before, the time-out.
    private static String runningTests(String text) {
        List<String> lines = text.lines()
                .skip(2)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty()
                ? text.substring(TEST_TIMED_OUT.length()).lines().findFirst().orElse("")
                : String.join("\n", lines);
    }
}
