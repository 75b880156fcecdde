package dev.whydunit.formats.envelope;

import dev.whydunit.formats.Content;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.text.PlainText;
import java.util.List;
import java.util.Set;

/// Reads a whole input of text, whatever a logger or collector put around its lines.
public final class EnvelopedText {
    private final List<TextFormat> formats;
    private final Limits limits;

    public EnvelopedText(List<TextFormat> formats, Limits limits) {
        this.formats = List.copyOf(formats);
        this.limits = limits;
    }

    /// Reads all lines; the names of the formats found, sorted. What cannot be read is a gap.
    public Set<String> read(Content content, EvidenceSink sink) {
        return new PlainText(formats, limits).read(content, sink);
    }
}
