package dev.whydunit.formats.godebug;

import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.memory.GcTrace.Cycle;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;

/// Collects gctrace lines. A number that does not rise, or a time that goes back, is another run.
final class GcTraceSection implements Section {
    private final SectionContext context;
    private final Runs<Cycle> runs;
    private final GcLine gcLine = new GcLine();
    private long lastNumber = -1;
    private double lastAt;

    GcTraceSection(SectionContext context) {
        this.context = context;
        this.runs = new Runs<>(context, "gctrace");
    }

    @Override
    public Step accept(Line line) {
        if (line.at(0) != 'g' || !GcTraceFormat.begins(line)) {
            return Step.FOREIGN;
        }
        gcLine.parse(line, context.path()).ifPresentOrElse(cycle -> add(cycle, line), () -> runs.torn(line));
        return Step.TAKEN;
    }

    private void add(Cycle cycle, Line line) {
        if (cycle.number() == lastNumber && cycle.atSeconds() == lastAt) {
            return; // the same line once more: a log that was collected twice
        }
        if (cycle.number() <= lastNumber || cycle.atSeconds() < lastAt) {
            runs.begin(line);
        }
        runs.add(cycle, line);
        lastNumber = cycle.number();
        lastAt = cycle.atSeconds();
    }

    @Override
    public void finish(boolean cut, EvidenceSink sink) {
        for (var run : runs.all()) {
            if (run.seen() > 0) {
                sink.evidence(new GcTrace(run.origin(), run.cite(), run.items(), run.seen()));
            }
        }
        runs.gaps(sink);
    }
}
