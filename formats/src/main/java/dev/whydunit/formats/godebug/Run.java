package dev.whydunit.formats.godebug;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Moment;
import dev.whydunit.evidence.Origin;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.SectionContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The lines of one kind of one run of a process: an evenly thinned part of them, and the place of them all.
final class Run<T> {
    private static final long NANOS = 1_000_000_000L;

    private final Origin origin;
    private final Cite first;
    private long end;
    private final List<T> kept = new ArrayList<>();
    private final int capacity;
    private long seen;
    private long stride = 1;

    /// @param capacity so many are kept
    Run(SectionContext context, Line line, int capacity) {
        this.origin = originAt(context, line);
        this.first = line.cite(context.path());
        this.end = line.placeTo();
        this.capacity = capacity;
    }

    private static Origin originAt(SectionContext context, Line line) {
        long nanos = line.epochNanos();
        if (nanos == Line.NO_TIME) {
            return context.origin();
        }
        var at = Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
        return context.origin().at(new Moment(at, Moment.Source.ENVELOPE));
    }

    /// Adds one.
    void add(T item, Line line) {
        end = Math.max(end, line.placeTo());
        if (seen % stride == 0) {
            if (kept.size() == capacity) {
                thin();
            }
            if (seen % stride == 0) {
                kept.add(item);
            }
        }
        seen++;
    }

    private void thin() {
        int half = (kept.size() + 1) / 2;
        for (int i = 0; i < half; i++) {
            kept.set(i, kept.get(2 * i));
        }
        kept.subList(half, kept.size()).clear();
        stride *= 2;
    }

    Origin origin() {
        return origin;
    }

    /// From the first line to the last.
    Cite cite() {
        return new Cite(first.path(), first.line(), first.from(), Math.max(first.to(), end));
    }

    List<T> items() {
        return List.copyOf(kept);
    }

    int kept() {
        return kept.size();
    }

    long seen() {
        return seen;
    }
}
