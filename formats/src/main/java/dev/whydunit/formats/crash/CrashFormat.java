package dev.whydunit.formats.crash;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;

/// Panics, fatal errors and fatal signals, with the goroutines after them; panics that were recovered and logged.
public final class CrashFormat implements TextFormat {

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte >= 0 && firstByte != '\t';
    }

    @Override
    public Score sniff(Line line) {
        var match = Opening.find(line);
        return match == null ? Score.NO : match.opening().score();
    }

    @Override
    public Section open(SectionContext context) {
        return new CrashSection(context);
    }
}
