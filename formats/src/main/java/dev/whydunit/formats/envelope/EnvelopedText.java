package dev.whydunit.formats.envelope;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Gap;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.text.LineReader;
import dev.whydunit.formats.text.PlainText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/// Reads a whole input of text, whatever a logger or collector put around its lines.
///
/// Where the beginning, the middle and the end show no envelope, the input is read as plain text, which is faster.
public final class EnvelopedText {
    private static final int SAMPLE_BYTES = 1 << 16;
    private static final int SAMPLES = 3;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final List<TextFormat> formats;
    private final Limits limits;

    public EnvelopedText(List<TextFormat> formats, Limits limits) {
        this.formats = List.copyOf(formats);
        this.limits = limits;
    }

    /// Reads all lines; the names of the formats found, sorted. What cannot be read is a gap.
    public Set<String> read(Content content, EvidenceSink sink) {
        var streams = new Streams(formats, content, limits, sink);
        try {
            if (!isEnveloped(content)) {
                return new PlainText(formats, limits).read(content, sink);
            }
            if (NewestFirst.is(content)) {
                NewestFirst.read(content, limits, sink, new Peeling(streams, limits.lineBytes()));
            } else {
                readInOrder(content, new Peeling(streams, limits.lineBytes()), sink);
            }
        } catch (IOException e) {
            sink.gap(new Gap(new Cite(content.path(), 0, 0, 0), "reading stopped: " + e.getMessage()));
        }
        return streams.finish();
    }

    private void readInOrder(Content content, Peeling peeling, EvidenceSink sink) throws IOException {
        try (var in = content.open()) {
            var reader = new LineReader(in, 0, limits.lineBytes());
            var line = new Line();
            while (reader.offset() < limits.inputBytes() && reader.next(line)) {
                if (line.number() == 1) {
                    withoutMark(line);
                }
                peeling.line(line);
            }
            if (reader.cutLines() > 0) {
                sink.gap(new Gap(
                        new Cite(content.path(), 0, 0, 0),
                        reader.cutLines() + " lines are longer than " + limits.lineBytes()
                                + " bytes: the rest of them is not read"));
            }
            if (reader.offset() >= limits.inputBytes()) {
                sink.gap(new Gap(
                        new Cite(content.path(), reader.lines(), reader.offset(), reader.offset()),
                        "the input is larger than " + limits.inputBytes() + " bytes: the rest is not read"));
            }
        }
    }

    private static void withoutMark(Line line) {
        if (line.startsWith(BYTE_ORDER_MARK)) {
            line.set(
                    line.buffer(),
                    line.from() + BYTE_ORDER_MARK.length,
                    line.to(),
                    line.number(),
                    line.placeFrom(),
                    line.placeTo(),
                    line.epochNanos());
        }
    }

    private static boolean isEnveloped(Content content) throws IOException {
        for (int sample = 0; sample < SAMPLES; sample++) {
            long at = sample * Math.max(0, content.size() - SAMPLE_BYTES) / (SAMPLES - 1);
            if ((sample == 0 || at > 0) && showsEnvelope(content, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean showsEnvelope(Content content, long at) throws IOException {
        byte[] sample;
        try (InputStream in = content.open()) {
            in.skipNBytes(at);
            sample = in.readNBytes(SAMPLE_BYTES);
        }
        var reader = new LineReader(new ByteArrayInputStream(sample), at, SAMPLE_BYTES);
        var line = new Line();
        while (reader.next(line)) {
            if (line.startsWith(BYTE_ORDER_MARK) || Peeling.hasEnvelope(line)) {
                return true;
            }
        }
        return false;
    }
}
