package dev.whydunit.formats.text;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Gap;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.RangedFormat;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Reads a whole input that has no envelope: its lines are one stream of one process.
public final class PlainText {

    /// Below, several threads cost more than they save.
    private static final long SMALLEST_IN_RANGES = 16L << 20;

    private final List<TextFormat> formats;
    private final Limits limits;

    public PlainText(List<TextFormat> formats, Limits limits) {
        this.formats = List.copyOf(formats);
        this.limits = limits;
    }

    /// Reads all lines; the names of the formats found, sorted. What cannot be read is a gap.
    public Set<String> read(Content content, EvidenceSink sink) {
        var context = new SectionContext(content.path(), content.origin(), limits);
        var segmenter = new Segmenter(formats, context, sink);
        var gaps = new ReadingGaps(content.path(), limits, sink);
        try {
            if (content.file().isPresent() && mayUseRanges(content)) {
                readInRanges(content, content.file().get(), context, segmenter, gaps);
            } else {
                readInOrder(content, segmenter, gaps);
            }
        } catch (IOException e) {
            segmenter.finish();
            gaps.stopped(e);
        }
        return segmenter.formatsFound();
    }

    private boolean mayUseRanges(Content content) {
        return limits.threads() > 1
                && content.size() >= SMALLEST_IN_RANGES
                && content.size() <= limits.inputBytes()
                && formats.stream().anyMatch(RangedFormat.class::isInstance);
    }

    private void readInRanges(Content content, Path file, SectionContext context, Segmenter segmenter, ReadingGaps gaps)
            throws IOException {
        try (var channel = FileChannel.open(file)) {
            var text = new RangedText(content, channel, formats, context, segmenter);
            text.read();
            segmenter.finish();
            gaps.cutLines(text.cutLines());
        }
    }

    private void readInOrder(Content content, Segmenter segmenter, ReadingGaps gaps) throws IOException {
        try (var in = content.open()) {
            var reader = new LineReader(in, 0, limits.lineBytes());
            segmenter.lines(reader, limits.inputBytes());
            segmenter.finish();
            gaps.beyondLimit(reader);
            gaps.cutLines(reader.cutLines());
        }
    }

    /// What reading itself leaves out.
    private record ReadingGaps(String path, Limits limits, EvidenceSink sink) {

        void stopped(IOException e) {
            sink.gap(new Gap(new Cite(path, 0, 0, 0), "reading stopped: " + e.getMessage()));
        }

        void beyondLimit(LineReader reader) {
            if (reader.offset() >= limits.inputBytes()) {
                sink.gap(new Gap(
                        new Cite(path, reader.lines() + 1, reader.offset(), reader.offset()),
                        "the input is larger than " + limits.inputBytes() + " bytes: the rest is not read"));
            }
        }

        void cutLines(long count) {
            if (count > 0) {
                sink.gap(new Gap(
                        new Cite(path, 0, 0, 0),
                        count + " lines are longer than " + limits.lineBytes()
                                + " bytes: the rest of them is not read"));
            }
        }
    }
}
