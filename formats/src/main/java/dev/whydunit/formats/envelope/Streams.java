package dev.whydunit.formats.envelope;

import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.ProcessIdentity;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.text.Segmenter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The streams that an input interleaves: one segmenter for each process and output.
final class Streams {
    /// More processes in one log would be a file made to fill the memory: what is beyond shares one stream.
    private static final int MOST_STREAMS = 1_000;

    private static final Key SHARED = new Key(ProcessIdentity.UNKNOWN, "");

    private final List<TextFormat> formats;
    private final Content content;
    private final Limits limits;
    private final EvidenceSink sink;
    private final Map<Key, Segmenter> segmenters = new LinkedHashMap<>();
    private final Line line = new Line();

    Streams(List<TextFormat> formats, Content content, Limits limits, EvidenceSink sink) {
        this.formats = formats;
        this.content = content;
        this.limits = limits;
        this.sink = sink;
    }

    private record Key(ProcessIdentity process, String output) {}

    /// Feeds one line of text to its stream.
    ///
    /// @param at the line of the user's file that it stands in
    void deliver(Message message, Line at) {
        line.set(message.buffer, message.from, message.to, at.number(), at.placeFrom(), at.placeTo(), message.nanos);
        segmenter(new Key(message.process, message.output)).line(line);
    }

    private Segmenter segmenter(Key key) {
        var known = segmenters.get(key);
        if (known != null) {
            return known;
        }
        var used = segmenters.size() < MOST_STREAMS ? key : SHARED;
        return segmenters.computeIfAbsent(used, this::open);
    }

    private Segmenter open(Key key) {
        var around = content.origin();
        Origin origin = key.process().isAnonymous() ? around : around.of(key.process());
        return new Segmenter(formats, new SectionContext(content.path(), origin, limits), sink);
    }

    /// All streams have ended. The names of the formats found, sorted.
    Set<String> finish() {
        var found = new TreeSet<String>();
        for (Segmenter segmenter : segmenters.values()) {
            segmenter.finish();
            found.addAll(segmenter.formatsFound());
        }
        return found;
    }
}
