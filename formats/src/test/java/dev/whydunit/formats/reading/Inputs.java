package dev.whydunit.formats.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.ParseOutcome;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.profile.PprofFormat;
import dev.whydunit.formats.text.PlainText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Bytes as inputs, and what formats make of them.
public final class Inputs {
    public static final Path FIXTURES = Path.of("src/test/fixtures");
    public static final Limits LIMITS = Limits.standard();

    private Inputs() {}

    public static byte[] fixture(String name) {
        try {
            return Files.readAllBytes(FIXTURES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Content content(byte[] bytes) {
        return new Content() {
            @Override
            public String path() {
                return "input";
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

    public static ParseOutcome pprof(byte[] bytes) {
        return new PprofFormat().parse(content(bytes), LIMITS);
    }

    public static Profile profile(byte[] bytes) {
        assertThat(pprof(bytes)).isInstanceOf(ParseOutcome.Parsed.class);
        return (Profile) ((ParseOutcome.Parsed) pprof(bytes)).evidence().getFirst();
    }

    /// What one text format makes of a text.
    public record Read(List<Evidence> evidence, List<Gap> gaps) {
        public <T extends Evidence> T only(Class<T> type) {
            assertThat(all(type)).hasSize(1);
            return all(type).getFirst();
        }

        public <T extends Evidence> List<T> all(Class<T> type) {
            return evidence.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    public static Read text(TextFormat format, byte[] bytes) {
        var evidence = new ArrayList<Evidence>();
        var gaps = new ArrayList<Gap>();
        new PlainText(List.of(format), LIMITS).read(content(bytes), new EvidenceSink() {
            @Override
            public void evidence(Evidence piece) {
                evidence.add(piece);
            }

            @Override
            public void gap(Gap gap) {
                gaps.add(gap);
            }
        });
        return new Read(evidence, gaps);
    }

    public static Read text(TextFormat format, String text) {
        return text(format, text.getBytes(StandardCharsets.UTF_8));
    }
}
