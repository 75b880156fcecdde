package dev.whydunit.formats.godebug;

import dev.whydunit.evidence.scheduler.InitTrace;
import dev.whydunit.evidence.scheduler.InitTrace.Initialiser;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.text.LineScanner;
import java.nio.charset.StandardCharsets;

/// `GODEBUG=inittrace=1`, a line for each package with work to do:
///
/// ```
/// init internal/bytealg @0.008 ms, 0 ms clock, 0 bytes, 0 allocs
/// ```
public final class InitTraceFormat implements TextFormat {
    private static final byte[] PREFIX = "init ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOCK = " ms clock, ".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "inittrace";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte == 'i';
    }

    @Override
    public Score sniff(Line line) {
        return begins(line) ? Score.CERTAIN : Score.NO;
    }

    private static boolean begins(Line line) {
        return line.startsWith(PREFIX) && line.indexOf(CLOCK, PREFIX.length) > 0;
    }

    @Override
    public Section open(SectionContext context) {
        return new Collector(context);
    }

    private static final class Collector implements Section {
        private final Runs<Initialiser> runs;
        private final LineScanner scanner = new LineScanner();
        private double lastAt;

        Collector(SectionContext context) {
            this.runs = new Runs<>(context, "inittrace");
        }

        @Override
        public Step accept(Line line) {
            if (line.at(0) != 'i' || !begins(line)) {
                return Step.FOREIGN;
            }
            scanner.at(line, PREFIX.length);
            var path = scanner.until(" ");
            double at = scanner.take(" @") ? scanner.decimal() : Double.NaN;
            double clock = scanner.take(" ms, ") ? scanner.decimal() : Double.NaN;
            long bytes = scanner.take(" ms clock, ") ? scanner.integer(-1) : -1;
            long allocations = scanner.take(" bytes, ") ? scanner.integer(-1) : -1;
            if (Double.isNaN(at) || Double.isNaN(clock) || bytes < 0 || allocations < 0) {
                runs.torn(line);
                return Step.TAKEN;
            }
            if (at < lastAt) {
                runs.begin(line);
            }
            runs.add(new Initialiser(path, at, clock, bytes, allocations), line);
            lastAt = at;
            return Step.TAKEN;
        }

        @Override
        public void finish(boolean cut, EvidenceSink sink) {
            runs.all().forEach(run -> sink.evidence(new InitTrace(run.origin(), run.cite(), run.items())));
            runs.gaps(sink);
        }
    }
}
