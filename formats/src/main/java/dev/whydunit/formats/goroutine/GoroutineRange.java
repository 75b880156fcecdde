package dev.whydunit.formats.goroutine;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.Lookahead;
import dev.whydunit.formats.RangedFormat.Range;
import dev.whydunit.formats.SectionContext;

/// Goroutines in the middle of a dump, read before the lines above them.
final class GoroutineRange implements Range {

    private final DumpScanner scanner;

    GoroutineRange(SectionContext context) {
        this.scanner = new DumpScanner(DumpContent.ofRange(context.limits().distinctStacks()));
    }

    @Override
    public boolean accept(Line line) {
        return scanner.accept(line);
    }

    @Override
    public void acceptAhead(Lookahead lookahead) {
        scanner.acceptAhead(lookahead);
    }

    DumpScanner scanner() {
        return scanner;
    }
}
