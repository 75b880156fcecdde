package dev.whydunit.formats.goroutine;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.RangedFormat;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;

/// Goroutine dumps that no crash precedes: debug=2, `runtime.Stack`, stacks that a program logs, and the rest of a
/// crash whose beginning is lost.
public final class GoroutineDumpFormat implements RangedFormat {

    @Override
    public String name() {
        return "goroutine-dump";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte >= 0 && firstByte != '\t';
    }

    @Override
    public Score sniff(Line line) {
        if (GoroutineListing.isHeader(line)) {
            return Score.CERTAIN;
        }
        return Header.indexAfterPrefix(line) > 0 ? Score.LIKELY : Score.NO;
    }

    @Override
    public boolean beginsRange(Line line) {
        return GoroutineListing.isHeader(line);
    }

    @Override
    public Range openRange(SectionContext context) {
        return new GoroutineRange(context);
    }

    @Override
    public Section open(SectionContext context) {
        return new GoroutineSection(context);
    }
}
