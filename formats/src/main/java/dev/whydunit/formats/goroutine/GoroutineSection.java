package dev.whydunit.formats.goroutine;

import dev.whydunit.evidence.goroutine.GoroutineDump.Form;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Lookahead;
import dev.whydunit.formats.RangedFormat.Range;
import dev.whydunit.formats.RangedFormat.RangedSection;
import dev.whydunit.formats.SectionContext;

/// A dump without a crash before it: of all goroutines, or the stack of one that a program logged.
final class GoroutineSection implements RangedSection {

    /// So many lines in a row that are not of the dump end it: a runtime writes one without pause, other threads
    /// get a few lines in between.
    private static final int FOREIGN_LINES = 200;

    /// After a single stack fewer: it was most likely a logged one.
    private static final int FOREIGN_LINES_AFTER_ONE = 20;

    private final GoroutineListing listing;
    private int foreignLines;

    GoroutineSection(SectionContext context) {
        this.listing = new GoroutineListing(context);
    }

    /// A running goroutine after the first one begins another dump: `runtime.Stack` stops the world, so that the
    /// goroutine that calls it comes first and is the only one that runs.
    @Override
    public Step accept(Line line) {
        if (listing.beginsAgain(line)) {
            return Step.ENDED;
        }
        if (listing.accept(line)) {
            foreignLines = 0;
            return Step.TAKEN;
        }
        int most = listing.count() > 1 ? FOREIGN_LINES : FOREIGN_LINES_AFTER_ONE;
        return ++foreignLines > most ? Step.ENDED : Step.FOREIGN;
    }

    @Override
    public void acceptAhead(Lookahead lookahead) {
        listing.acceptAhead(lookahead);
    }

    @Override
    public boolean absorb(Range range, long linesBefore) {
        boolean absorbed = listing.absorbOfSameDump(range, linesBefore);
        foreignLines = absorbed ? 0 : foreignLines;
        return absorbed;
    }

    @Override
    public void finish(boolean cut, EvidenceSink sink) {
        listing.finish(Form.STACK_ALL, false, sink);
    }
}
