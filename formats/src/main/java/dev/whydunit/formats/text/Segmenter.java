package dev.whydunit.formats.text;

import dev.whydunit.evidence.Moment;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Lookahead;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.log.LogLines;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Splits the lines of one stream (of one process) into the sections of all formats.
///
/// A line goes to the open sections first, the one that took the latest line before the others. What none of them
/// takes is shown to all formats that may begin with its first byte; the surest one begins a section with it.
/// Sections of several formats are open at once where another thread's output stands in the middle of one.
public final class Segmenter {

    /// Sections open at once; more would be a file made to slow us down. The one that took no line for longest ends.
    private static final int OPEN_SECTIONS = 8;

    private static final int EMPTY_LINE = 256;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final TextFormat[][] formatsByFirstByte;
    private final SectionContext context;
    private final EvidenceSink sink;
    private final Set<String> formatsFound = new TreeSet<>();
    private final Section[] open = new Section[OPEN_SECTIONS];
    private final LogLines log;
    private int openCount;

    /// @param formats all are asked, in any order
    /// @param context of the stream; a section gets it with the time of its first line
    /// @param sink    takes the evidence of each section when it ends
    public Segmenter(List<TextFormat> formats, SectionContext context, EvidenceSink sink) {
        this.formatsByFirstByte = byFirstByte(formats);
        this.context = context;
        this.sink = sink;
        this.log = new LogLines(context);
    }

    private static TextFormat[][] byFirstByte(List<TextFormat> formats) {
        var table = new TextFormat[EMPTY_LINE + 1][];
        for (int first = 0; first <= EMPTY_LINE; first++) {
            int firstByte = first == EMPTY_LINE ? -1 : first;
            table[first] = formats.stream()
                    .filter(format -> format.mayBeginWith(firstByte))
                    .toArray(TextFormat[]::new);
        }
        return table;
    }

    /// Feeds the next line of the stream.
    public void line(Line line) {
        int index = 0;
        while (index < openCount) {
            switch (open[index].accept(line)) {
                case TAKEN -> {
                    moveToFront(index);
                    return;
                }
                case FOREIGN -> index++;
                case ENDED -> remove(index).finish(false, sink);
            }
        }
        begin(line);
    }

    /// Lets the section that took the latest line take more.
    void ahead(Lookahead lookahead) {
        if (openCount > 0) {
            open[0].acceptAhead(lookahead);
        }
    }

    /// Feeds the lines of a reader that begin before an offset.
    void lines(LineReader reader, long to) throws IOException {
        var line = new Line();
        var lookahead = new Lookahead();
        while (reader.offset() < to && reader.next(line)) {
            line(line);
            reader.lookAhead(lookahead);
            ahead(lookahead);
            reader.skip(lookahead);
        }
    }

    /// The stream has ended: the open sections give what they have.
    public void finish() {
        while (openCount > 0) {
            remove(openCount - 1).finish(true, sink);
        }
        formatsFound.addAll(log.finish(sink));
    }

    /// The names of the formats that had a section so far, sorted.
    public Set<String> formatsFound() {
        return Collections.unmodifiableSet(formatsFound);
    }

    /// The section that took the latest line, where it is still open.
    @Nullable
    Section latest() {
        return openCount == 0 ? null : open[0];
    }

    private void begin(Line line) {
        int first = line.at(0);
        TextFormat best = null;
        Score bestScore = Score.NO;
        for (TextFormat format : formatsByFirstByte[first < 0 ? EMPTY_LINE : first]) {
            Score score = format.sniff(line);
            if (score.compareTo(bestScore) > 0) {
                best = format;
                bestScore = score;
            }
        }
        if (best == null) {
            log.line(line);
        } else {
            open(best, line);
        }
    }

    private void open(TextFormat format, Line line) {
        formatsFound.add(format.name());
        Section section = format.open(contextAt(line));
        if (section.accept(line) == Section.Step.ENDED) {
            section.finish(false, sink);
            return;
        }
        if (openCount == OPEN_SECTIONS) {
            remove(openCount - 1).finish(false, sink);
        }
        open[openCount++] = section;
        moveToFront(openCount - 1);
    }

    private SectionContext contextAt(Line line) {
        long nanos = line.epochNanos();
        if (nanos == Line.NO_TIME) {
            return context;
        }
        var at = Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
        var origin = context.origin().at(new Moment(at, Moment.Source.ENVELOPE));
        return new SectionContext(context.path(), origin, context.limits());
    }

    private void moveToFront(int index) {
        if (index > 0) {
            Section section = open[index];
            System.arraycopy(open, 0, open, 1, index);
            open[0] = section;
        }
    }

    private Section remove(int index) {
        Section section = open[index];
        System.arraycopy(open, index + 1, open, index, openCount - index - 1);
        openCount--;
        return section;
    }
}
