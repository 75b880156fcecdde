package dev.whydunit.formats.text;

import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.Origin;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.TextFormat;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What some formats make of a text.
public record TextReading(List<Evidence> evidence, List<Gap> gaps) implements EvidenceSink {

    public static final String PATH = "input.txt";

    public TextReading() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    public static TextReading of(String text, TextFormat... formats) {
        return of(text.getBytes(StandardCharsets.UTF_8), formats);
    }

    public static TextReading of(byte[] bytes, TextFormat... formats) {
        var reading = new TextReading();
        new PlainText(List.of(formats), Limits.standard()).read(content(bytes), reading);
        return reading;
    }

    static Content content(byte[] bytes) {
        return new Content() {
            @Override
            public String path() {
                return PATH;
            }

            @Override
            public Origin origin() {
                return Origin.UNKNOWN;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public Optional<Path> file() {
                return Optional.empty();
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /// All evidence of a type.
    public <T extends Evidence> List<T> all(Class<T> type) {
        return evidence.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// The only evidence of a type.
    public <T extends Evidence> T only(Class<T> type) {
        List<T> all = all(type);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " of " + type.getSimpleName() + ": " + all);
        }
        return all.getFirst();
    }

    @Override
    public void evidence(Evidence piece) {
        evidence.add(piece);
    }

    @Override
    public void gap(Gap gap) {
        gaps.add(gap);
    }
}
