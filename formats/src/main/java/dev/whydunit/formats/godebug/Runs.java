package dev.whydunit.formats.godebug;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Gap;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.SectionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The runs of one stream, and the lines that could not be read.
final class Runs<T> {
    /// A day of one line a second; a trace is looked at as a curve, where every tenth point would do.
    private static final int KEPT = 100_000;

    /// A process that restarts more often tells nothing new.
    private static final int MOST_RUNS = 200;

    private static final int LEAST_KEPT = 500;

    private final SectionContext context;
    private final String what;
    private final List<Run<T>> runs = new ArrayList<>();
    private long torn;
    private Optional<Cite> firstTorn = Optional.empty();
    private long beyond;

    /// @param what the name of the lines in gaps
    Runs(SectionContext context, String what) {
        this.context = context;
        this.what = what;
    }

    /// Begins a run.
    void begin(Line line) {
        if (runs.size() == MOST_RUNS) {
            beyond++;
            return;
        }
        int kept = runs.stream().mapToInt(Run::kept).sum();
        runs.add(new Run<>(context, line, Math.max((KEPT - kept) / 2, LEAST_KEPT)));
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /// Adds to the latest run.
    void add(T item, Line line) {
        if (runs.isEmpty()) {
            begin(line);
        }
        runs.getLast().add(item, line);
    }

    /// A line of this kind that is not whole: another thread wrote into it.
    void torn(Line line) {
        if (torn++ == 0) {
            firstTorn = Optional.of(line.cite(context.path()));
        }
    }

    Cite cite(Line line) {
        return line.cite(context.path());
    }

    List<Run<T>> all() {
        return runs;
    }

    void gaps(EvidenceSink sink) {
        firstTorn.ifPresent(at -> sink.gap(new Gap(
                at,
                torn + " " + what + " lines are not whole (other output stands in them, or they are cut): left out")));
        if (beyond > 0) {
            sink.gap(new Gap(
                    runs.getLast().cite(),
                    "the process began anew more than " + MOST_RUNS + " times: the last runs are read as one"));
        }
    }
}
