package dev.whydunit.formats.crash;

import dev.whydunit.evidence.Cite;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Lookahead;
import dev.whydunit.formats.RangedFormat.Range;
import dev.whydunit.formats.RangedFormat.RangedSection;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.goroutine.GoroutineListing;
import java.util.EnumSet;
import java.util.Set;

/// One crash, from its first line to the last of its goroutines.
final class CrashSection implements RangedSection {

    /// Where in a crash the section stands.
    private enum State {
        /// Before the first line. Next: any [Opening].
        START,
        /// After `runtime: out of memory: ...`. Next: more such lines, `fatal error: `, `panic: `.
        PRELUDE,
        /// After `panic: boom`, `fatal error: fault` or `SIGQUIT: quit`. Next: `\tpanic: `, lines about a
        /// signal, a header.
        MESSAGE,
        /// After `2026/01/02 http: panic serving 10.0.0.1:51234: boom`. Next: the rest of the value, a
        /// header.
        LOGGED,
        /// After the first line of the goroutines. Next: more of them, registers, `-----`.
        GOROUTINES
    }

    /// So many lines in a row that are not of the crash end it, before its goroutines and among them.
    private static final int FOREIGN_BEFORE_GOROUTINES = 12;

    private static final int FOREIGN_AMONG_GOROUTINES = 200;

    /// Stands between the threads of a dump with GOTRACEBACK=crash.
    private static final String NEXT_THREAD = "-----";

    private final SectionContext context;
    private final GoroutineListing listing;
    private final CrashHead head;
    private State state = State.START;
    private long firstLine;
    private long from;
    private long to;
    private int foreignLines;
    private boolean wentOn;

    CrashSection(SectionContext context) {
        this.context = context;
        this.listing = new GoroutineListing(context);
        this.head = new CrashHead(context);
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
        head.begin(match, line);
        state = switch (match.opening()) {
            case PRELUDE -> State.PRELUDE;
            case PANIC, FATAL_ERROR, SIGNAL -> State.MESSAGE;
            case SERVING, RECOVERED -> State.LOGGED;
        };
    }

    /// What a prelude leads to: C code that cannot go on raises SIGABRT.
    private static final Set<Opening> END_PRELUDE = EnumSet.of(Opening.FATAL_ERROR, Opening.PANIC, Opening.SIGNAL);

    private Step acceptPrelude(Line line) {
        var match = Opening.find(line);
        if (match != null && END_PRELUDE.contains(match.opening())) {
            begin(match, line);
            return Step.TAKEN;
        }
        if ((match != null && match.opening() == Opening.PRELUDE) || isPreludeDetail(line)) {
            head.addPrelude(CrashHead.textFrom(line, 0));
            return Step.TAKEN;
        }
        return Step.FOREIGN;
    }

    /// `object=0xc000 s.base()=0xc000`, ` *(object+0) = 0x0`, `\tgoroutine ...`: details of a bad pointer
    /// or stack.
    private static boolean isPreludeDetail(Line line) {
        int first = line.at(0);
        String text = CrashHead.textFrom(line, 0);
        return first == '\t' || text.startsWith("object=") || text.startsWith(" *(object+") || text.startsWith("span.");
    }

    private Step acceptMessage(Line line) {
        if (GoroutineListing.isHeader(line)
                || GoroutineListing.isLoggedHeader(line)
                || line.text(0, Math.min(line.length(), 16)).startsWith("runtime stack:")) {
            return beginGoroutines(line);
        }
        if (line.isEmpty()) {
            head.chain().mayContinue("");
            return Step.TAKEN;
        }
        String text = CrashHead.textFrom(line, 0);
        if (line.at(0) == '\t' && !head.chain().isEmpty()) {
            head.continueChain(text.substring(1), line);
            return Step.TAKEN;
        }
        if (head.signal().accept(text)) {
            return Step.TAKEN;
        }
        return state == State.LOGGED ? acceptLogged(line, text) : acceptAtMargin(line, text);
    }

    private Step acceptAtMargin(Line line, String text) {
        var match = Opening.find(line);
        if (match == null || match.opening() == Opening.RECOVERED) {
            if (isEnd(text)) {
                return Step.ENDED;
            }
            head.chain().mayContinue(text);
            return Step.FOREIGN;
        }
        return switch (match.opening()) {
            case FATAL_ERROR -> {
                head.addFatalError(CrashHead.textFrom(line, match.textFrom()));
                yield Step.TAKEN;
            }
            case PRELUDE -> {
                head.addPrelude(text);
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
        head.chain().mayContinue(text);
        return Step.FOREIGN;
    }

    private static boolean isEnd(String text) {
        return text.startsWith("exit status ") || text.startsWith("signal: ");
    }

    private Step beginGoroutines(Line line) {
        head.chain().keepDoubtful();
        listing.accept(line);
        state = State.GOROUTINES;
        return Step.TAKEN;
    }

    private Step acceptGoroutine(Line line) {
        if (head.isLogged() && listing.count() > 0 && GoroutineListing.isHeader(line)) {
            return Step.ENDED;
        }
        if (listing.accept(line)) {
            return Step.TAKEN;
        }
        String text = CrashHead.textFrom(line, 0);
        if (text.equals(NEXT_THREAD)) {
            listing.expectRepeats();
            return Step.TAKEN;
        }
        if (Registers.isRegister(text) || head.signal().accept(text)) {
            return Step.TAKEN;
        }
        var match = Opening.find(line);
        boolean another = match != null && match.opening() != Opening.PRELUDE;
        return another || isEnd(text) ? Step.ENDED : Step.FOREIGN;
    }

    @Override
    public void acceptAhead(Lookahead lookahead) {
        if (state == State.GOROUTINES) {
            listing.acceptAhead(lookahead);
        }
    }

    @Override
    public boolean absorb(Range range, long linesBefore) {
        boolean absorbed = state == State.GOROUTINES && !head.isLogged() && listing.absorb(range, linesBefore);
        foreignLines = absorbed ? 0 : foreignLines;
        to = absorbed ? listing.to() : to;
        return absorbed;
    }

    @Override
    public void finish(boolean cut, EvidenceSink sink) {
        long end = listing.isEmpty() ? to : Math.max(to, listing.to());
        var cite = new Cite(context.path(), firstLine, from, Math.max(from, end)); // upside down, the end comes first
        new CrashAssembly(context, head, listing, wentOn).give(cite, sink);
    }
}
