package dev.whydunit.formats.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whydunit.evidence.crash.ProcessEnd;
import dev.whydunit.evidence.crash.ProcessEnd.Kind;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lines that tell how a process or test ended: `exit status 2`, `signal: killed`, `--- FAIL: TestCart (0.01s)`.
public final class ProcessEndFormat implements TextFormat {

    private static final int LONGEST_LINE = 1 << 10;
    private static final byte[] EXIT_STATUS = "exit status ".getBytes(US_ASCII);
    private static final byte[] SIGNAL = "signal: ".getBytes(US_ASCII);
    private static final byte[] FAILED_TEST = "--- FAIL: ".getBytes(US_ASCII);

    @Override
    public String name() {
        return "process-end";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte == 'e' || firstByte == 's' || firstByte == '-' || firstByte == ' ';
    }

    @Override
    public Score sniff(Line line) {
        return line.startsWith(EXIT_STATUS) || line.startsWith(SIGNAL) || line.startsWith(FAILED_TEST, indent(line))
                ? Score.LIKELY
                : Score.NO;
    }

    /// Subtests are indented, four spaces a level.
    private static int indent(Line line) {
        int at = 0;
        while (line.at(at) == ' ') {
            at++;
        }
        return at;
    }

    @Override
    public Section open(SectionContext context) {
        return new EndSection(context);
    }

    private static final class EndSection implements Section {
        private final SectionContext context;
        private @Nullable ProcessEnd end;

        EndSection(SectionContext context) {
            this.context = context;
        }

        @Override
        public Step accept(Line line) {
            if (end != null) {
                return Step.ENDED;
            }
            int indent = indent(line);
            String text = line.text(indent, Math.min(line.length(), indent + LONGEST_LINE));
            if (text.startsWith("exit status ")) {
                end = end(line, Kind.EXIT_STATUS, text, text.substring(EXIT_STATUS.length));
            } else if (text.startsWith("signal: ")) {
                end = end(line, Kind.SIGNALLED, text, text.substring(SIGNAL.length));
            } else {
                end = end(line, Kind.TEST_FAILED, text, text.substring(Math.min(text.length(), FAILED_TEST.length)));
            }
            return Step.TAKEN;
        }

        private ProcessEnd end(Line line, Kind kind, String text, String detail) {
            return new ProcessEnd(context.origin(), line.cite(context.path()), kind, text, Optional.of(detail.strip()));
        }

        @Override
        public void finish(boolean cut, EvidenceSink sink) {
            if (end != null) {
                sink.evidence(end);
            }
        }
    }
}
