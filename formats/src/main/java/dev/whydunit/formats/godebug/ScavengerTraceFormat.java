package dev.whydunit.formats.godebug;

import dev.whydunit.evidence.memory.ScavengerTrace;
import dev.whydunit.evidence.memory.ScavengerTrace.Sample;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.text.LineScanner;
import java.nio.charset.StandardCharsets;

/// `GODEBUG=scavtrace=1`, and what `gctrace=1` printed of the scavenger up to Go 1.13:
///
/// ```
/// scav 1234 KiB work (bg), 0 KiB work (eager), 5678 KiB now, 87% util[ (forced)| [controller reset]]   1.21 and later
/// scav 1234 KiB work, 5678 KiB total, 87% util[ (forced)]                                              1.14 and later
/// scvg0: inuse: 426, idle: 0, sys: 427, released: 0, consumed: 427 (MB)                                to 1.13
/// scvg0: 3 MB released                                                                                 to 1.13
/// ```
public final class ScavengerTraceFormat implements TextFormat {
    private static final byte[] SCAV = "scav ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SCVG = "scvg".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KIB_WORK = " KiB work".getBytes(StandardCharsets.US_ASCII);
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    @Override
    public String name() {
        return "scavtrace";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte == 's';
    }

    @Override
    public Score sniff(Line line) {
        return begins(line) ? Score.CERTAIN : Score.NO;
    }

    private static boolean begins(Line line) {
        if (line.startsWith(SCAV)) {
            return line.indexOf(KIB_WORK, SCAV.length) > 0;
        }
        return line.startsWith(SCVG) && line.indexOf(':', SCVG.length) > SCVG.length;
    }

    @Override
    public Section open(SectionContext context) {
        return new Collector(context);
    }

    private static final class Collector implements Section {
        private final Runs<Sample> runs;
        private final LineScanner scanner = new LineScanner();

        Collector(SectionContext context) {
            this.runs = new Runs<>(context, "scavtrace");
        }

        @Override
        public Step accept(Line line) {
            if (line.at(0) != 's' || !begins(line)) {
                return Step.FOREIGN;
            }
            if (line.startsWith(SCAV)) {
                scav(line);
            } else {
                old(line);
            }
            return Step.TAKEN;
        }

        private void scav(Line line) {
            scanner.at(line, SCAV.length);
            long background = scanner.integer(-1);
            long eager = -1;
            if (scanner.take(" KiB work (bg), ")) {
                eager = scanner.integer(-1);
            }
            scanner.skipPast(", ");
            long retained = scanner.integer(-1);
            scanner.skipPast(", ");
            double utilization = scanner.decimal();
            if (background < 0 || retained < 0 || !scanner.take("% util")) {
                runs.torn(line);
                return;
            }
            runs.add(
                    new Sample(
                            background * KIB,
                            eager < 0 ? -1 : eager * KIB,
                            retained * KIB,
                            utilization / 100,
                            scanner.take(" (forced)"),
                            runs.cite(line)),
                    line);
        }

        private void old(Line line) {
            scanner.at(line, 0);
            scanner.skipPast(": ");
            if (scanner.atDigit()) {
                long released = scanner.integer(-1);
                runs.add(new Sample(released * MIB, -1, -1, Double.NaN, false, runs.cite(line)), line);
                return;
            }
            long inUse = value("inuse: ");
            long system = value("sys: ");
            long released = value("released: ");
            if (inUse < 0 || system <= 0 || released < 0) {
                runs.torn(line);
                return;
            }
            runs.add(new Sample(-1, -1, released * MIB, (double) inUse / system, false, runs.cite(line)), line);
        }

        private long value(String key) {
            return scanner.skipPast(key) ? scanner.integer(-1) : -1;
        }

        @Override
        public void finish(boolean cut, EvidenceSink sink) {
            runs.all().forEach(run -> sink.evidence(new ScavengerTrace(run.origin(), run.cite(), run.items())));
            runs.gaps(sink);
        }
    }
}
