package dev.whydunit.formats.text;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Gap;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Reads a whole input that has no envelope: its lines are one stream of one process.
public final class PlainText {

    private final List<TextFormat> formats;
    private final Limits limits;

    public PlainText(List<TextFormat> formats, Limits limits) {
        this.formats = List.copyOf(formats);
        this.limits = limits;
    }

    /// Reads all lines; the names of the formats found, sorted. What cannot be read is a gap.
    public Set<String> read(Content content, EvidenceSink sink) {
        var segmenter = new Segmenter(formats, new SectionContext(content.path(), content.origin(), limits), sink);
        try (var in = content.open()) {
            var reader = new LineReader(in, 0, limits.lineBytes());
            readAll(content, reader, segmenter, sink);
        } catch (IOException e) {
            segmenter.finish();
            sink.gap(new Gap(new Cite(content.path(), 0, 0, 0), "reading stopped: " + e.getMessage()));
        }
        return segmenter.formatsFound();
    }

    private void readAll(Content content, LineReader reader, Segmenter segmenter, EvidenceSink sink)
            throws IOException {
        var line = new Line();
        while (reader.offset() < limits.inputBytes() && reader.next(line)) {
            segmenter.line(line);
        }
        segmenter.finish();
        if (reader.offset() >= limits.inputBytes()) {
            sink.gap(new Gap(
                    new Cite(content.path(), reader.lines() + 1, reader.offset(), reader.offset()),
                    "the input is larger than " + limits.inputBytes() + " bytes: the rest is not read"));
        }
        if (reader.cutLines() > 0) {
            sink.gap(new Gap(
                    new Cite(content.path(), 0, 0, 0),
                    reader.cutLines() + " lines are longer than " + limits.lineBytes() + " bytes: the rest of them is not read"));
        }
    }
}
