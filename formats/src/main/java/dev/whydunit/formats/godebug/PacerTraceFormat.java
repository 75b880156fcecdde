package dev.whydunit.formats.godebug;

import dev.whydunit.evidence.memory.PacerTrace;
import dev.whydunit.evidence.memory.PacerTrace.Cycle;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.text.LineScanner;
import java.nio.charset.StandardCharsets;

/// `GODEBUG=gcpacertrace=1`:
///
/// ```
/// pacer: assist ratio=+1.310000e+000 (scan 1 MB in 3->4 MB) workers=1+0.000000e+000                            all
/// pacer: 26% CPU (25 exp.) for 345+16+28 B work (389 B exp.) in 4194304 B -> 4250000 B (∆goal -12, cons/mark
/// +1.2e-001)
/// pacer: H_m_prev=2 h_t=+9.5e-001 H_T=3 h_a=+1.0e+000 H_a=4 h_g=+1.0e+000 H_g=5 u_a=+2.5e-001 u_g=+3.0e-001 ...  to
/// 1.17
/// pacer: sweep done at heap size 4MB; allocated 1MB during sweep; swept 512 pages at +2.1e-004 pages/byte
/// ```
public final class PacerTraceFormat implements TextFormat {
    private static final byte[] PREFIX = "pacer: ".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "gcpacertrace";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte == 'p';
    }

    @Override
    public Score sniff(Line line) {
        return line.startsWith(PREFIX) ? Score.CERTAIN : Score.NO;
    }

    @Override
    public Section open(SectionContext context) {
        return new Collector(context);
    }

    private static final class Collector implements Section {
        private final Runs<Cycle> runs;
        private final LineScanner scanner = new LineScanner();
        private double assistRatio = Double.NaN;

        Collector(SectionContext context) {
            this.runs = new Runs<>(context, "gcpacertrace");
        }

        @Override
        public Step accept(Line line) {
            if (line.at(0) != 'p' || !line.startsWith(PREFIX)) {
                return Step.FOREIGN;
            }
            scanner.at(line, PREFIX.length);
            if (scanner.take("assist ratio=")) {
                assistRatio = scanner.decimal();
            } else if (scanner.take("H_m_prev=")) {
                old(line);
            } else if (!scanner.take("sweep done")) {
                current(line);
            }
            return Step.TAKEN;
        }

        private void current(Line line) {
            double used = scanner.decimal();
            double expected = scanner.take("% CPU (") ? scanner.decimal() : Double.NaN;
            double trigger = scanner.skipPast(" in ") ? scanner.decimal() : Double.NaN;
            double heap = scanner.skipPast(" B -> ") ? scanner.decimal() : Double.NaN;
            double delta = scanner.skipPast("goal ") ? scanner.decimal() : Double.NaN;
            boolean reset = scanner.skipPast("[controller reset]");
            add(line, used / 100, expected / 100, trigger, heap, delta, reset);
        }

        private void old(Line line) {
            double trigger = value(" H_T=");
            double heap = value(" H_a=");
            double goal = value(" H_g=");
            add(line, value(" u_a="), value(" u_g="), trigger, heap, heap - goal, false);
        }

        private double value(String key) {
            return scanner.skipPast(key) ? scanner.decimal() : Double.NaN;
        }

        private void add(
                Line line, double used, double goal, double trigger, double heap, double delta, boolean reset) {
            if (Double.isNaN(used) || Double.isNaN(heap)) {
                runs.torn(line);
                return;
            }
            runs.add(new Cycle(assistRatio, used, goal, trigger, heap, delta, reset, runs.cite(line)), line);
            assistRatio = Double.NaN;
        }

        @Override
        public void finish(boolean cut, EvidenceSink sink) {
            runs.all().forEach(run -> sink.evidence(new PacerTrace(run.origin(), run.cite(), run.items())));
            runs.gaps(sink);
        }
    }
}
