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
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Lookahead;
import dev.whydunit.formats.RangedFormat.Range;
import dev.whydunit.formats.RangedFormat.RangedSection;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.goroutine.GoroutineListing;
import dev.whydunit.formats.goroutine.GoroutineListing.Ending;
import dev.whydunit.formats.goroutine.GoroutineListing.FirstStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One crash, from its first line to the last of its goroutines.
final class CrashSection implements RangedSection {

    /// Where in a crash the section stands.
    private enum State {
        /// Before the first line. Next: any [Opening].
        START,
        /// After `runtime: out of memory: ...`. Next: more such lines, `fatal error: `, `panic: `.
        PRELUDE,
        /// After `panic: boom`, `fatal error: fault` or `SIGQUIT: quit`. Next: `\tpanic: `, lines about a signal, a
        /// header.
        MESSAGE,
        /// After `2026/01/02 http: panic serving 10.0.0.1:51234: boom`. Next: the rest of the value, a header.
        LOGGED,
        /// After the first line of the goroutines. Next: more of them, registers, `-----`.
        GOROUTINES
    }

    /// So many lines in a row that are not of the crash end it, before its goroutines and among them.
    private static final int FOREIGN_BEFORE_GOROUTINES = 12;

    private static final int FOREIGN_AMONG_GOROUTINES = 200;

    private static final int MOST_PRELUDE_LINES = 64;
    private static final int LONGEST_LINE = 1 << 12;

    private static final String FATAL_ERROR = "fatal error: ";

    /// Stands between the threads of a dump with GOTRACEBACK=crash.
    private static final String NEXT_THREAD = "-----";

    private static final String TEST_TIMED_OUT = "test timed out after ";
    private static final String LOGGED_BY = "runtime/debug.Stack";

    private final SectionContext context;
    private final GoroutineListing listing;
    private final SignalLines signal = new SignalLines();
    private final PanicChain chain = new PanicChain();
    private final List<String> prelude = new ArrayList<>();
    private State state = State.START;
    private Opening opening = Opening.PRELUDE;
    private String fatalText = "";
    private String signalText = "";
    private long firstLine;
    private long from;
    private long to;
    private int foreignLines;
    private boolean wentOn;

    CrashSection(SectionContext context) {
        this.context = context;
        this.listing = new GoroutineListing(context);
    }

    @Override
    public Step accept(Line line) {
        Step step = switch (state) {
            case START -> start(line);
            case PRELUDE -> acceptPrelude(line);
            case MESSAGE, LOGGED -> acceptMessage(line);
            case GOROUTINES -> acceptGoroutine(line);
        };
        if (step == Step.TAKEN) {
            foreignLines = 0;
            to = line.isEmpty() ? to : line.placeTo();
            return step;
        }
        int most = state == State.GOROUTINES ? FOREIGN_AMONG_GOROUTINES : FOREIGN_BEFORE_GOROUTINES;
        if (++foreignLines > most) {
            wentOn = true;
            return Step.ENDED;
        }
        return step;
    }

    private Step start(Line line) {
        var match = Opening.find(line);
        if (match == null) {
            return Step.ENDED;
        }
        firstLine = line.number();
        from = line.placeFrom();
        to = line.placeTo();
        begin(match, line);
        return Step.TAKEN;
    }

    private void begin(Opening.Match match, Line line) {
        opening = match.opening();
        String text = textFrom(line, match.textFrom());
        state = State.MESSAGE;
        switch (opening) {
            case PANIC -> chain.begin(text, line.cite(context.path()));
            case FATAL_ERROR -> fatalText = text;
            case SIGNAL -> {
                signalText = text;
                signal.accept(text);
            }
            case PRELUDE -> {
                addPrelude(text);
                state = State.PRELUDE;
            }
            case SERVING -> {
                chain.begin(afterPeer(text), line.cite(context.path()));
                state = State.LOGGED;
            }
            case RECOVERED -> {
                chain.begin(text, line.cite(context.path()));
                state = State.LOGGED;
            }
        }
    }

    /// `10.0.0.1:51234: boom` without the peer's address.
    private static String afterPeer(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? text : text.substring(colon + 2);
    }

    private static String textFrom(Line line, int index) {
        return line.text(index, Math.min(line.length(), index + LONGEST_LINE));
    }

    private void addPrelude(String text) {
        if (prelude.size() < MOST_PRELUDE_LINES) {
            prelude.add(text);
        }
    }

    private Step acceptPrelude(Line line) {
        var match = Opening.find(line);
        if (match != null && (match.opening() == Opening.FATAL_ERROR || match.opening() == Opening.PANIC)) {
            begin(match, line);
            return Step.TAKEN;
        }
        if ((match != null && match.opening() == Opening.PRELUDE) || isPreludeDetail(line)) {
            addPrelude(textFrom(line, 0));
            return Step.TAKEN;
        }
        return Step.FOREIGN;
    }

    /// `object=0xc000 s.base()=0xc000`, ` *(object+0) = 0x0`, `\tgoroutine ...`: details of a bad pointer or stack.
    private static boolean isPreludeDetail(Line line) {
        int first = line.at(0);
        String text = textFrom(line, 0);
        return first == '\t' || text.startsWith("object=") || text.startsWith(" *(object+") || text.startsWith("span.");
    }

    private Step acceptMessage(Line line) {
        if (GoroutineListing.isHeader(line)
                || GoroutineListing.isLoggedHeader(line)
                || line.text(0, Math.min(line.length(), 16)).startsWith("runtime stack:")) {
            return beginGoroutines(line);
        }
        if (line.isEmpty()) {
            chain.mayContinue("");
            return Step.TAKEN;
        }
        String text = textFrom(line, 0);
        if (line.at(0) == '\t' && !chain.isEmpty()) {
            continueChain(text.substring(1), line);
            return Step.TAKEN;
        }
        if (signal.accept(text)) {
            return Step.TAKEN;
        }
        return state == State.LOGGED ? acceptLogged(line, text) : acceptAtMargin(line, text);
    }

    /// From Go 1.27 on the fatal error that ends a panicking goroutine stands in the chain: `\tfatal error: fault`.
    private void continueChain(String text, Line line) {
        if (text.startsWith(FATAL_ERROR)) {
            fatalText = text.substring(FATAL_ERROR.length());
        } else {
            chain.continued(text, line.cite(context.path()));
        }
    }

    private Step acceptAtMargin(Line line, String text) {
        var match = Opening.find(line);
        if (match == null || match.opening() == Opening.RECOVERED) {
            if (isEnd(text)) {
                return Step.ENDED;
            }
            chain.mayContinue(text);
            return Step.FOREIGN;
        }
        return switch (match.opening()) {
            case FATAL_ERROR, PRELUDE -> {
                fatalText = match.opening() == Opening.FATAL_ERROR && fatalText.isEmpty()
                        ? textFrom(line, match.textFrom())
                        : fatalText;
                addPrelude(text);
                yield Step.TAKEN;
            }
            case PANIC, SIGNAL, SERVING, RECOVERED -> Step.ENDED;
        };
    }

    private Step acceptLogged(Line line, String text) {
        var match = Opening.find(line);
        if (match != null) {
            return Step.ENDED;
        }
        chain.mayContinue(text);
        return Step.FOREIGN;
    }

    private static boolean isEnd(String text) {
        return text.startsWith("exit status ") || text.startsWith("signal: ");
    }

    private Step beginGoroutines(Line line) {
        chain.keepDoubtful();
        listing.accept(line);
        state = State.GOROUTINES;
        return Step.TAKEN;
    }

    private Step acceptGoroutine(Line line) {
        if (isLogged() && listing.count() > 0 && GoroutineListing.isHeader(line)) {
            return Step.ENDED;
        }
        if (listing.accept(line)) {
            return Step.TAKEN;
        }
        String text = textFrom(line, 0);
        if (text.equals(NEXT_THREAD)) {
            listing.expectRepeats();
            return Step.TAKEN;
        }
        if (Registers.isRegister(text) || signal.accept(text)) {
            return Step.TAKEN;
        }
        var match = Opening.find(line);
        boolean another = match != null && match.opening() != Opening.PRELUDE;
        return another || isEnd(text) ? Step.ENDED : Step.FOREIGN;
    }

    private boolean isLogged() {
        return opening == Opening.SERVING || opening == Opening.RECOVERED;
    }

    @Override
    public void acceptAhead(Lookahead lookahead) {
        if (state == State.GOROUTINES) {
            listing.acceptAhead(lookahead);
        }
    }

    @Override
    public boolean absorb(Range range, long linesBefore) {
        boolean absorbed = state == State.GOROUTINES && !isLogged() && listing.absorb(range, linesBefore);
        foreignLines = absorbed ? 0 : foreignLines;
        to = absorbed ? listing.to() : to;
        return absorbed;
    }

    @Override
    public void finish(boolean cut, EvidenceSink sink) {
        var after = new ArrayList<Evidence>();
        var gaps = new ArrayList<Gap>();
        List<PanicValue> panics = chain.values();
        Ending ending = listing.finish(form(), listsAll(), into(after, gaps));
        if (isCrash(panics)) {
            sink.evidence(crash(kind(ending), panics, ending));
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
        return switch (opening) {
            case PRELUDE -> false;
            case RECOVERED -> !listing.isEmpty();
            case SIGNAL -> signal.hasProgramCounter() || !listing.isEmpty();
            case SERVING -> !panics.isEmpty();
            case PANIC, FATAL_ERROR ->
                !listing.isEmpty() || !wentOn || signal.signal().isPresent();
        };
    }

    private Form form() {
        return switch (opening) {
            case PANIC -> fatalText.isEmpty() ? Form.PANIC : Form.FATAL_ERROR;
            case FATAL_ERROR, PRELUDE -> Form.FATAL_ERROR;
            case SIGNAL -> Form.SIGNAL;
            case SERVING, RECOVERED -> Form.LOGGED_STACK;
        };
    }

    /// A signal prints all goroutines, and so does the error that none of them can go on; from Go 1.26 on other
    /// errors print one only, unless GOTRACEBACK says otherwise.
    private boolean listsAll() {
        return opening == Opening.SIGNAL || fatalText.endsWith("deadlock!");
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

    private Crash crash(Kind kind, List<PanicValue> panics, Ending ending) {
        Optional<FirstStack> stack = stack(kind, ending);
        return new Crash(
                context.origin(),
                new Cite(context.path(), firstLine, from, Math.max(to, listing.isEmpty() ? to : listing.to())),
                kind,
                panics,
                message(kind, panics),
                signal.signal(),
                prelude,
                stack.map(FirstStack::goroutine).orElse(OptionalLong.empty()),
                stack.map(FirstStack::stack),
                !listing.isEmpty() && ending.whole());
    }

    /// A signal stops the thread that it arrives on: in C code that is the goroutine that called it, else most often
    /// the
    /// scheduler.
    private Optional<FirstStack> stack(Kind kind, Ending ending) {
        if (isDuringCgo()) {
            return ending.goroutine().or(ending::system);
        }
        return kind == Kind.SIGNAL ? ending.system().or(ending::first) : ending.first();
    }

    private boolean isDuringCgo() {
        return signal.signal().filter(Crash.Signal::duringCgo).isPresent();
    }

    private String message(Kind kind, List<PanicValue> panics) {
        return switch (kind) {
            case PANIC, RECOVERED_PANIC -> panics.getLast().text();
            case FATAL_ERROR -> fatalText;
            case SIGNAL -> signalText;
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
