package dev.whydunit.formats.godebug;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.scheduler.SchedulerTrace;
import dev.whydunit.evidence.scheduler.SchedulerTrace.Sample;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.text.LineScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects `SCHED` lines, each with the detail lines that follow it. A time that goes back is another run.
final class SchedulerTraceSection implements Section {
    /// GOMAXPROCS is at most 1024 before Go 1.10 and rarely more since.
    private static final int MOST_QUEUES = 4_096;

    private static final int MOST_STATES = 256;

    private final SectionContext context;
    private final Runs<Sample> runs;
    private final LineScanner scanner = new LineScanner();
    private long lastAt;
    private boolean open;

    private long atMillis;
    private int processors;
    private int idleProcessors;
    private int threads;
    private int spinning;
    private int idleThreads;
    private int globalQueue;
    private int lockedThreads;
    private int blockedThreads;
    private final List<Integer> queues = new ArrayList<>();
    private final Map<String, Integer> goroutines = new TreeMap<>();
    private Cite cite = Cite.wholeFile("", 0);
    private final Line place = new Line();

    SchedulerTraceSection(SectionContext context) {
        this.context = context;
        this.runs = new Runs<>(context, "schedtrace");
    }

    @Override
    public Step accept(Line line) {
        if (line.at(0) == 'S' && SchedulerTraceFormat.begins(line)) {
            flush();
            sched(line);
            return Step.TAKEN;
        }
        if (open && line.at(0) == ' ' && line.at(1) == ' ' && isDetail(line)) {
            detail(line);
            return Step.TAKEN;
        }
        return Step.FOREIGN;
    }

    private static boolean isDetail(Line line) {
        int kind = line.at(2);
        int digit = line.at(3);
        return (kind == 'P' || kind == 'M' || kind == 'G') && digit >= '0' && digit <= '9' && line.indexOf(':', 3) > 0;
    }

    private void sched(Line line) {
        scanner.at(line, 0);
        scanner.take("SCHED ");
        atMillis = scanner.integer(-1);
        processors = value("gomaxprocs=");
        idleProcessors = value("idleprocs=");
        threads = value("threads=");
        spinning = value("spinningthreads=");
        idleThreads = value("idlethreads=");
        globalQueue = value("runqueue=");
        if (atMillis < 0 || processors < 0 || threads < 0 || globalQueue < 0) {
            runs.torn(line);
            return;
        }
        queues();
        cite = line.cite(context.path());
        place.set(line.buffer(), 0, 0, line.number(), line.placeFrom(), line.placeTo(), line.epochNanos());
        open = true;
    }

    /// The figure of a key; 0 where the release does not print it, -1 where it is no number.
    private int value(String key) {
        return scanner.skipPast(" " + key) ? Math.clamp(scanner.integer(-1), -1, Integer.MAX_VALUE) : 0;
    }

    private void queues() {
        if (!scanner.skipPast("[")) {
            return;
        }
        scanner.spaces();
        while (scanner.atDigit() && queues.size() < MOST_QUEUES) {
            queues.add((int) Math.min(scanner.integer(0), Integer.MAX_VALUE));
            scanner.spaces();
        }
    }

    private void detail(Line line) {
        scanner.at(line, 2);
        switch (line.at(2)) {
            case 'P' -> {
                if (scanner.skipPast(" runqsize=") && queues.size() < MOST_QUEUES) {
                    queues.add(Math.clamp(scanner.integer(0), 0, Integer.MAX_VALUE));
                }
            }
            case 'M' -> thread();
            default -> goroutine(line);
        }
    }

    private void thread() {
        if (scanner.skipPast(" blocked=") && (scanner.take("true") || scanner.take("1"))) {
            blockedThreads++;
        }
        if (scanner.skipPast(" lockedg=") && scanner.atDigit()) {
            lockedThreads++;
        }
    }

    private void goroutine(Line text) {
        if (!scanner.skipPast(": status=")) {
            return;
        }
        int from = scanner.position();
        if (!scanner.skipPast(" m=")) {
            return;
        }
        var state = text.text(from, scanner.position() - " m=".length());
        if (goroutines.size() < MOST_STATES || goroutines.containsKey(state)) {
            goroutines.merge(state, 1, Integer::sum);
        }
    }

    private void flush() {
        if (!open) {
            return;
        }
        if (atMillis < lastAt) {
            runs.begin(place);
        }
        lastAt = atMillis;
        runs.add(
                new Sample(
                        atMillis,
                        processors,
                        idleProcessors,
                        threads,
                        spinning,
                        idleThreads,
                        globalQueue,
                        queues,
                        goroutines,
                        lockedThreads,
                        blockedThreads,
                        cite),
                place);
        open = false;
        queues.clear();
        goroutines.clear();
        lockedThreads = 0;
        blockedThreads = 0;
    }

    @Override
    public void finish(boolean cut, EvidenceSink sink) {
        flush();
        for (var run : runs.all()) {
            if (run.seen() > 0) {
                sink.evidence(new SchedulerTrace(run.origin(), run.cite(), run.items(), run.seen()));
            }
        }
        runs.gaps(sink);
    }
}
