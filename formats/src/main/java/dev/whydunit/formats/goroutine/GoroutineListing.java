package dev.whydunit.formats.goroutine;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineDump.Form;
import dev.whydunit.evidence.goroutine.Stack;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Lookahead;
import dev.whydunit.formats.RangedFormat.Range;
import dev.whydunit.formats.SectionContext;
import java.util.Optional;
import java.util.OptionalLong;

/// The goroutines that stand in a stream, one after the other: a dump of its own, or what follows a crash.
public final class GoroutineListing {

    private final SectionContext context;
    private final DumpScanner scanner;
    private long firstLine;
    private long from = -1;
    private boolean beginsRunning;

    public GoroutineListing(SectionContext context) {
        this.context = context;
        this.scanner = new DumpScanner(new DumpContent(context.limits().distinctStacks()));
    }

    /// Feeds a line; whether it belongs to the listing.
    public boolean accept(Line line) {
        boolean first = from < 0;
        if (!scanner.accept(first ? withoutPrefix(line) : line)) {
            return false;
        }
        if (first) {
            firstLine = line.number();
            from = line.placeFrom();
            beginsRunning = scanner.header().isRunning();
        }
        return true;
    }

    /// Takes whole lines ahead that surely belong to the listing.
    public void acceptAhead(Lookahead lookahead) {
        scanner.acceptAhead(lookahead);
    }

    private static Line withoutPrefix(Line line) {
        int header = Header.indexAfterPrefix(line);
        if (header < 0) {
            return line;
        }
        var rest = new Line();
        rest.set(
                line.buffer(),
                line.from() + header,
                line.to(),
                line.number(),
                line.placeFrom(),
                line.placeTo(),
                line.epochNanos());
        return rest;
    }

    /// Whether a line is the header of a goroutine.
    public static boolean isHeader(Line line) {
        return Header.begins(line) && new Header().read(line);
    }

    /// Whether a line is a header that a logger's prefix precedes.
    public static boolean isLoggedHeader(Line line) {
        return Header.indexAfterPrefix(line) > 0;
    }

    /// Whether a line is the header of a goroutine that runs, and so was the first one.
    boolean beginsAgain(Line line) {
        return beginsRunning
                && Header.begins(line)
                && scanner.isHeader(line)
                && scanner.header().isRunning();
    }

    /// Takes over goroutines that were read ahead; false, and nothing has changed, where they do not simply follow.
    public boolean absorb(Range range, long linesBefore) {
        return range instanceof GoroutineRange goroutines && scanner.absorb(goroutines.scanner(), linesBefore);
    }

    /// Takes over goroutines as [#absorb] does, unless one of them begins another dump.
    boolean absorbOfSameDump(Range range, long linesBefore) {
        boolean another = beginsRunning
                && range instanceof GoroutineRange goroutines
                && goroutines.scanner().hasRunning();
        return !another && absorb(range, linesBefore);
    }

    /// From here on a goroutine may come a second time, as below `-----` with GOTRACEBACK=crash: it counts once.
    public void expectRepeats() {
        scanner.expectRepeats();
    }

    /// Goroutines so far.
    public long count() {
        return scanner.count();
    }

    /// Whether no line was taken yet.
    public boolean isEmpty() {
        return from < 0;
    }

    /// One past the last byte that was taken; meaningless where nothing was.
    public long to() {
        return scanner.placeTo();
    }

    /// The stream or the listing has ended: gives the dump, and a gap where it is cut.
    ///
    /// @param listsAll whether all goroutines are listed even where that is one
    public Ending finish(Form form, boolean listsAll, EvidenceSink sink) {
        DumpContent content = scanner.finish();
        var assembly = new DumpAssembly(context.path(), content, scanner.argumentsSeen());
        if (content.count() > 0) {
            boolean all = listsAll || (content.count() > 1 && form != Form.LOGGED_STACK) || assembly.isDebug2();
            Form known = form == Form.STACK_ALL && !all ? Form.LOGGED_STACK : form;
            sink.evidence(dump(known, all, content, assembly));
            if (!scanner.isWhole()) {
                sink.gap(new Gap(
                        lastLine(), "the goroutine dump ends in the middle of a stack: what follows is missing"));
            }
            if (content.beyondLimit() > 0) {
                sink.gap(new Gap(
                        cite(),
                        content.beyondLimit() + " goroutines have stacks beyond the first "
                                + context.limits().distinctStacks() + " distinct ones: these are only counted"));
            }
        }
        return new Ending(assembly.first(), assembly.goroutine(), assembly.system(), scanner.isWhole());
    }

    private GoroutineDump dump(Form form, boolean all, DumpContent content, DumpAssembly assembly) {
        return new GoroutineDump(
                context.origin(),
                cite(),
                form,
                assembly.detail(all),
                content.count(),
                content.highestId(),
                assembly.groups(),
                scanner.isWhole() && content.beyondLimit() == 0);
    }

    private Cite cite() {
        return new Cite(context.path(), firstLine, from, Math.max(from, scanner.placeTo()));
    }

    private Cite lastLine() {
        return new Cite(context.path(), scanner.lastLine(), scanner.placeTo(), scanner.placeTo());
    }

    /// What the end of a listing shows.
    ///
    /// @param first     the stack of the first goroutine that runs; else the system's, where it is printed first;
    ///                  else of the first goroutine
    /// @param goroutine the stack of the first goroutine that runs, else of the first goroutine
    /// @param system    the stack that is no goroutine's (`runtime stack:`, `goroutine 0`)
    /// @param whole     whether the last stack ends as the runtime ends one
    public record Ending(
            Optional<FirstStack> first, Optional<FirstStack> goroutine, Optional<FirstStack> system, boolean whole) {}

    /// A stack, and the goroutine that it is of; none where it is the system's.
    public record FirstStack(OptionalLong goroutine, Stack stack) {}
}
