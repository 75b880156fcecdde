package dev.whydunit.formats.profile;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.profile.ColumnarProfile;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.formats.BinaryFormat;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.ParseOutcome;
import dev.whydunit.formats.Score;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `profile.proto`, plain or compressed once more.
public final class PprofFormat implements BinaryFormat {
    @Override
    public String name() {
        return "pprof";
    }

    @Override
    public Score sniff(byte[] head) {
        return PprofSniffer.sniff(head);
    }

    @Override
    public ParseOutcome parse(Content content, Limits limits) {
        try (var stream = Decompression.open(content, limits.decompressedBytes())) {
            var decoder = new PprofDecoder(stream);
            decoder.decode();
            return outcome(decoder, content);
        } catch (IOException e) {
            return new ParseOutcome.Malformed(
                    Cite.wholeFile(content.path(), 0), Decompression.unreadable(e), List.of());
        }
    }

    private static ParseOutcome outcome(PprofDecoder decoder, Content content) {
        var tables = decoder.tables;
        var at = Cite.wholeFile(content.path(), decoder.offset());
        if (decoder.isConcatenated()) {
            return new ParseOutcome.Malformed(
                    at,
                    "one profile: this file holds several, one after the other; split it, or merge them with "
                            + "'go tool pprof -proto'",
                    List.of());
        }
        if (tables.isEmpty()) {
            return new ParseOutcome.Unrecognized();
        }
        if (!tables.stringsBeginEmpty()) {
            return new ParseOutcome.Malformed(at, "a string table that begins with the empty string", List.of());
        }
        if (!tables.hasSampleTypes() || tables.width() != tables.typeCount()) {
            return new ParseOutcome.Malformed(
                    at,
                    decoder.broken()
                            .map(why -> "the sample types of a profile, but " + why)
                            .orElse("a profile with its sample types before its samples"),
                    List.of());
        }
        return parsed(decoder, content, at);
    }

    private static ParseOutcome parsed(PprofDecoder decoder, Content content, Cite at) {
        var tables = decoder.tables;
        var gaps = new ArrayList<Gap>();
        decoder.broken().ifPresent(why -> gaps.add(new Gap(at, salvaged(tables, why))));
        tables.oddities().forEach(odd -> gaps.add(new Gap(at, odd)));
        var code = tables.code();
        Profile profile = new ColumnarProfile(
                ProfileOrigin.of(content.origin(), tables.timeNanos, code),
                at,
                tables.sampleTypes(),
                tables.header(),
                code,
                tables.resolvedSamples());
        return new ParseOutcome.Parsed(List.<Evidence>of(profile), gaps);
    }

    private static String salvaged(PprofTables tables, String why) {
        var names = tables.hasStrings() ? "" : "; the names, which stand at its end, are lost";
        return "the profile is damaged: " + why + ". " + tables.sampleCount() + " samples before that were read"
                + names;
    }
}
