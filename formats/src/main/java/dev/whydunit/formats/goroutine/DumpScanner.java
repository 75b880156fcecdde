package dev.whydunit.formats.goroutine;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.Lookahead;

/// The state machine over the lines of a dump. It keeps numbers only; [DumpAssembly] makes objects of them.
///
/// Lines that it does not know (another thread's output in the middle) change nothing.
final class DumpScanner {

    /// Where in a goroutine the scanner stands.
    private enum State {
        /// No goroutine is open. Next: a header, `runtime stack:`.
        OUTSIDE,
        /// After `goroutine 7 [select]:` or after `\t/src/a.go:41 +0x1d`. Next: a function, `created by`,
        /// `...3 frames elided...`, `\tgoroutine running on other thread; stack unavailable`, an empty line, a
        /// header.
        FRAMES,
        /// After `main.f(0x1)`. Next: `\t/src/a.go:41 +0x1d`.
        LOCATION,
        /// After `created by main.main in goroutine 1`. Next: `\t/src/a.go:9 +0x5d`.
        CREATOR_LOCATION,
        /// After the location of the creator. Next: an empty line, a header, `[originating from goroutine 1]:`.
        COMPLETE,
        /// After `[originating from goroutine 1]:`: the stack of the creator at that time, which is passed over.
        ANCESTORS
    }

    private static final byte[] NO_TEXT = {};

    private final DumpContent content;
    private final Header header = new Header();
    private final FrameLines frameLines = new FrameLines();
    private final OpenGoroutine open = new OpenGoroutine();
    private final CreatorLine creator = new CreatorLine();
    private final ExpectedFrames expected;
    private State state = State.OUTSIDE;
    private boolean system;
    private boolean afterEmptyLine;
    private boolean interrupted;
    private boolean cutHeader;
    private boolean lastComplete = true;
    private boolean anyRunning;
    private long placeTo;
    private long lastLine;

    DumpScanner(DumpContent content) {
        this.content = content;
        this.expected = new ExpectedFrames(content.functions(), content.frames(), frameLines);
    }

    /// Whether a line is the header of a goroutine.
    boolean isHeader(Line line) {
        return header.read(line);
    }

    /// The header read by the latest [#isHeader] or [#accept].
    Header header() {
        return header;
    }

    /// Feeds a line; whether it belongs to the dump.
    boolean accept(Line line) {
        byte[] text = line.buffer();
        int from = line.from();
        int to = line.to();
        if (from == to) {
            afterEmptyLine = true;
            interrupted = true;
            return state != State.OUTSIDE;
        }
        boolean taken = text[from] == '\t' ? acceptIndented(text, from + 1, to) : acceptText(line, text, from, to);
        interrupted = !taken;
        if (taken) {
            afterEmptyLine = false;
            placeTo = line.placeTo();
            lastLine = line.number();
        }
        return taken;
    }

    /// Takes the frames that followed the latest one the last time, as long as they follow again.
    void acceptAhead(Lookahead lookahead) {
        if (state != State.FRAMES || interrupted || !open.hasFrames()) {
            return;
        }
        byte[] text = lookahead.buffer();
        int to = lookahead.to();
        int at = lookahead.from();
        int frames = 0;
        int next = expected.after(open.outermostFrame());
        while (next != ExpectedFrames.NONE) {
            int end = expected.match(next, text, at, to);
            if (end < 0) {
                break;
            }
            open.addArguments(text, expected.argumentsFrom(), expected.argumentsTo());
            open.addFrame(next);
            frames++;
            at = end;
            next = expected.after(next);
        }
        if (frames > 0) {
            lookahead.take(at, 2 * frames);
            placeTo = lookahead.place(at - 1);
            lastLine = lookahead.number();
        }
    }

    /// The dump has ended: what it holds.
    DumpContent finish() {
        commit();
        return content;
    }

    /// Takes over the goroutines of the part of the dump that follows; false, and nothing has changed, where that
    /// part begins in the middle of a goroutine of this one.
    boolean absorb(DumpScanner later, long linesBefore) {
        if (!afterEmptyLine || content.expectsRepeats() || later.content.beyondLimit() > 0) {
            return false;
        }
        commit();
        content.absorb(later.finish(), linesBefore);
        frameLines.addSeen(later.frameLines.seen());
        anyRunning |= later.anyRunning;
        lastComplete = later.lastComplete;
        cutHeader = later.cutHeader;
        afterEmptyLine = later.afterEmptyLine;
        interrupted = later.interrupted;
        placeTo = later.placeTo;
        lastLine = linesBefore + later.lastLine;
        return true;
    }

    /// From here on a goroutine may come a second time.
    void expectRepeats() {
        commit();
        content.expectRepeats();
    }

    /// Whether some header says that its goroutine runs.
    boolean hasRunning() {
        return anyRunning;
    }

    /// Goroutines so far, the open one included.
    long count() {
        return content.count() + (state == State.OUTSIDE || system ? 0 : 1);
    }

    /// One past the last byte that was taken.
    long placeTo() {
        return placeTo;
    }

    /// The number of the last line that was taken.
    long lastLine() {
        return lastLine;
    }

    /// Kinds of bytes seen in arguments, of [FrameLines].
    int argumentsSeen() {
        return frameLines.seen();
    }

    /// Whether the last goroutine ends as the runtime ends one; asked after [#finish].
    boolean isWhole() {
        return lastComplete && !cutHeader;
    }

    private boolean acceptText(Line line, byte[] text, int from, int to) {
        if (text[from] == 'g' && Header.begins(line)) {
            return acceptHeader(line);
        }
        return switch (state) {
            case OUTSIDE -> acceptSystemStack(line);
            case FRAMES -> acceptInStack(line, text, from, to);
            case LOCATION, CREATOR_LOCATION -> acceptUnindented(line, text, from, to);
            case COMPLETE -> acceptAncestors(line) || acceptSystemStack(line);
            case ANCESTORS -> acceptAncestor(line, text, from, to);
        };
    }

    private boolean acceptHeader(Line line) {
        if (!header.read(line)) {
            cutHeader = state != State.OUTSIDE;
            return cutHeader;
        }
        commit();
        cutHeader = false;
        anyRunning |= header.isRunning();
        system = header.id() == 0;
        open.begin(header, content.state(line, header.stateFrom(), header.stateTo()), line);
        state = State.FRAMES;
        return true;
    }

    private boolean acceptSystemStack(Line line) {
        if (!StackWords.isSystemStack(line)) {
            return false;
        }
        commit();
        system = true;
        open.beginSystem(line);
        state = State.FRAMES;
        return true;
    }

    private boolean acceptInStack(Line line, byte[] text, int from, int to) {
        int parenthesis = frameLines.argumentsFrom(text, from, to);
        if (parenthesis > 0) {
            return acceptFunction(text, from, parenthesis, to);
        }
        if (CreatorLine.begins(line)) {
            return acceptCreator(line);
        }
        if (text[from] == '.') {
            return acceptElided(line);
        }
        if (StackWords.isNonGoFunction(line)) {
            addFrame(content.function(text, from, from + StackWords.NON_GO_LENGTH), false, text, to, to);
            return true;
        }
        return acceptAncestors(line) || acceptSystemStack(line) || acceptBareFunction(line, text, from, to);
    }

    private boolean acceptFunction(byte[] text, int from, int parenthesis, int to) {
        int function = content.function(text, from, parenthesis);
        if (function == ByteStrings.NONE) {
            return false;
        }
        boolean inlined = FrameLines.isInlined(text, parenthesis + 1, to - 1);
        if (!inlined) {
            open.addArguments(text, parenthesis + 1, to - 1);
        }
        open.pend(function, inlined);
        state = State.LOCATION;
        return true;
    }

    /// `main.f` of gccgo, or the name of a C function, which the symbolizer gives without parentheses. Any single
    /// word would do, so that it must follow the lines above it.
    private boolean acceptBareFunction(Line line, byte[] text, int from, int to) {
        if (interrupted || (FrameLines.hasSpace(text, from, to) && !StackWords.isNonGo(line))) {
            return false;
        }
        int function = content.function(text, from, to);
        if (function == ByteStrings.NONE) {
            return false;
        }
        open.pend(function, false);
        state = State.LOCATION;
        return true;
    }

    private boolean acceptCreator(Line line) {
        creator.read(line);
        open.setParent(creator.parent());
        open.pend(content.function(line.buffer(), creator.nameFrom(), creator.nameTo()), false);
        state = State.CREATOR_LOCATION;
        return true;
    }

    private boolean acceptElided(Line line) {
        if (!StackWords.isElided(line)) {
            return false;
        }
        open.elide();
        return true;
    }

    private boolean acceptAncestors(Line line) {
        if (!StackWords.isAncestors(line)) {
            return false;
        }
        state = State.ANCESTORS;
        return true;
    }

    private boolean acceptAncestor(Line line, byte[] text, int from, int to) {
        return acceptAncestors(line)
                || CreatorLine.begins(line)
                || (text[from] == '.' && acceptElided(line))
                || FrameLines.isFunction(text, from, to)
                || acceptSystemStack(line);
    }

    /// A location whose tab was lost, as in text that was copied by hand; or the location is missing.
    private boolean acceptUnindented(Line line, byte[] text, int from, int to) {
        int start = from;
        while (start < to && text[start] == ' ') {
            start++;
        }
        int end = FrameLines.locationTo(text, start, to);
        if (!interrupted && FrameLines.isLocation(text, start, end, start > from)) {
            return acceptLocation(text, start, end);
        }
        if (start > from || (frameLines.argumentsFrom(text, from, to) <= 0 && !CreatorLine.begins(line))) {
            return false;
        }
        endPending();
        return acceptText(line, text, from, to);
    }

    private boolean acceptIndented(byte[] text, int from, int to) {
        return switch (state) {
            case LOCATION, CREATOR_LOCATION -> acceptLocation(text, from, FrameLines.locationTo(text, from, to));
            case FRAMES -> acceptUnavailable(text, from, to);
            case ANCESTORS -> true;
            case OUTSIDE, COMPLETE -> false;
        };
    }

    private boolean acceptUnavailable(byte[] text, int from, int to) {
        if (open.hasFrames() || !StackWords.isUnavailable(text, from, to)) {
            return false;
        }
        open.setUnavailable();
        return true;
    }

    private boolean acceptLocation(byte[] text, int from, int to) {
        if (state == State.CREATOR_LOCATION) {
            open.createdBy(content.frame(open.pendingFunction(), false, text, from, to));
            state = State.COMPLETE;
        } else {
            addFrame(open.pendingFunction(), open.pendingInlined(), text, from, to);
            state = State.FRAMES;
        }
        return true;
    }

    private void addFrame(int function, boolean inlined, byte[] text, int from, int to) {
        int frame = content.frame(function, inlined, text, from, to);
        if (frame == ByteStrings.NONE) {
            open.elide();
        } else {
            if (open.hasFrames()) {
                expected.note(open.outermostFrame(), frame);
            }
            open.addFrame(frame);
        }
    }

    /// The location of the pending function or creator is missing: it has none.
    private void endPending() {
        if (state == State.LOCATION || state == State.CREATOR_LOCATION) {
            acceptLocation(NO_TEXT, 0, 0);
        }
    }

    private void commit() {
        if (state == State.OUTSIDE) {
            return;
        }
        lastComplete = endsWhole();
        if (state == State.CREATOR_LOCATION) {
            endPending();
        }
        open.setTo(Math.max(open.to(), placeTo));
        if (system) {
            content.addSystemStack(open);
        } else {
            content.add(open);
        }
        state = State.OUTSIDE;
    }

    private boolean endsWhole() {
        return switch (state) {
            case OUTSIDE, COMPLETE, ANCESTORS -> true;
            case FRAMES -> afterEmptyLine || system || content.isOutermost(open);
            case LOCATION -> content.isOutermost(open);
            case CREATOR_LOCATION -> false;
        };
    }
}
