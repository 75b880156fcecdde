package dev.whydunit.formats.envelope;

import dev.whydunit.evidence.Gap;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.text.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Logs whose newest line comes first, as `journalctl -r` writes them: told by time stamps that only fall,
/// or by stacks that stand upside down where all times are equal.
final class NewestFirst {
    private static final int SAMPLE_BYTES = 1 << 18;
    /// Held in memory to be turned round.
    private static final long MOST_BYTES = 256L << 20;
    /// Fewer falling times could be two clocks.
    private static final int FALLING_TIMES = 2;

    private static final String PROGRAM_ENDS = "]: ";

    private NewestFirst() {}

    static boolean is(Content content) throws IOException {
        byte[] sample;
        try (var in = content.open()) {
            sample = in.readNBytes(SAMPLE_BYTES);
        }
        var reader = new LineReader(new ByteArrayInputStream(sample), 0, SAMPLE_BYTES);
        var line = new Line();
        int falling = 0;
        String before = "";
        var stacks = new StackDirection();
        while (reader.next(line)) {
            var time = JournalTime.of(line);
            if (time.isEmpty()) {
                continue;
            }
            int order = before.isEmpty() ? 0 : time.compareTo(before);
            if (order > 0) {
                return false;
            }
            if (order < 0) {
                falling++;
            }
            before = time;
            stacks.next(message(line));
        }
        return falling >= FALLING_TIMES || (falling == 0 && stacks.isUpward());
    }

    /// What follows `host program[pid]: `.
    private static String message(Line line) {
        String text = line.text(0, line.length());
        int begin = text.indexOf(PROGRAM_ENDS);
        return begin < 0 ? text : text.substring(begin + PROGRAM_ENDS.length());
    }

    /// A crash prints its lines within one second: then stacks tell, whose header stands below its first
    /// call in such a log.
    private static final class StackDirection {
        private String beforeHeader = "";
        private String last = "";
        private boolean headerStands;
        private int upward;
        private int downward;

        void next(String message) {
            if (headerStands) {
                if (isCall(message)) {
                    downward++;
                } else if (isCall(beforeHeader)) {
                    upward++;
                }
            }
            headerStands = message.startsWith("goroutine ") && message.endsWith("]:");
            beforeHeader = headerStands ? last : "";
            last = message;
        }

        private static boolean isCall(String message) {
            return message.endsWith(")") && message.indexOf('.') > 0;
        }

        boolean isUpward() {
            return upward > 0 && downward == 0;
        }
    }

    static void read(Content content, Limits limits, EvidenceSink sink, Peeling peeling) throws IOException {
        for (Kept kept : lines(content, limits, sink).reversed()) {
            var line = new Line();
            line.set(kept.text, 0, kept.text.length, kept.number, kept.from, kept.to, Line.NO_TIME);
            peeling.line(line);
        }
    }

    private record Kept(byte[] text, long number, long from, long to) {}

    private static List<Kept> lines(Content content, Limits limits, EvidenceSink sink) throws IOException {
        var kept = new ArrayList<Kept>();
        try (var in = content.open()) {
            var reader = new LineReader(in, 0, limits.lineBytes());
            var line = new Line();
            while (reader.next(line)) {
                if (reader.offset() > MOST_BYTES) {
                    sink.gap(new Gap(
                            line.cite(content.path()),
                            "the log has its newest line first and more than " + MOST_BYTES
                                    + " bytes: the rest is not read"));
                    break;
                }
                var text = Arrays.copyOfRange(line.buffer(), line.from(), line.to());
                kept.add(new Kept(text, line.number(), line.placeFrom(), line.placeTo()));
            }
        }
        return kept;
    }
}
