package dev.whydunit.formats.profile;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.formats.BinaryFormat;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.ParseOutcome;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.text.PlainText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads the one profile of a file, whichever of the known forms it has.
public final class ProfileReader {
    private static final List<BinaryFormat> BINARY = List.of(new PprofFormat(), new GperftoolsCpuFormat());
    private static final List<TextFormat> TEXT = List.of(
            new HeapTextFormat(), new ContentionTextFormat(), new CountTextFormat(true), new ThreadzTextFormat());

    private ProfileReader() {}

    /// Reads a file.
    public static ParseOutcome read(Path file, Limits limits) {
        return read(new FileContent(file), limits);
    }

    /// Reads bytes that came from elsewhere.
    ///
    /// @param name of the input, for messages
    public static ParseOutcome read(String name, byte[] bytes, Limits limits) {
        return read(new HeldContent(name, bytes), limits);
    }

    /// The first evidence of the outcome is a [Profile] where it is parsed.
    public static ParseOutcome read(Content content, Limits limits) {
        byte[] head;
        try (var stream = Decompression.open(content, limits.decompressedBytes())) {
            head = head(stream);
        } catch (IOException e) {
            return new ParseOutcome.Malformed(
                    Cite.wholeFile(content.path(), 0), Decompression.unreadable(e), List.of());
        }
        return BINARY.stream()
                .filter(format -> format.sniff(head) != Score.NO)
                .max(Comparator.comparing(format -> format.sniff(head)))
                .map(format -> format.parse(content, limits))
                .orElseGet(() -> text(content, limits));
    }

    /// The first bytes, as far as a damaged compression gives them.
    private static byte[] head(InputStream stream) {
        byte[] head = new byte[BinaryFormat.HEAD_BYTES];
        int filled = 0;
        try {
            int read = 0;
            while (read >= 0 && filled < head.length) {
                filled += read;
                read = stream.read(head, filled, head.length - filled);
            }
        } catch (IOException _) {
            return Arrays.copyOf(head, filled);
        }
        return Arrays.copyOf(head, filled);
    }

    private static ParseOutcome text(Content content, Limits limits) {
        var profiles = new ArrayList<Evidence>();
        var gaps = new ArrayList<Gap>();
        new PlainText(TEXT, limits).read(new Decompressed(content, limits), new EvidenceSink() {
            @Override
            public void evidence(Evidence evidence) {
                if (evidence instanceof Profile) {
                    profiles.add(evidence);
                }
            }

            @Override
            public void gap(Gap gap) {
                gaps.add(gap);
            }
        });
        if (profiles.isEmpty()) {
            return new ParseOutcome.Unrecognized();
        }
        return new ParseOutcome.Parsed(profiles, gaps);
    }

    private record Decompressed(Content content, Limits limits) implements Content {
        @Override
        public String path() {
            return content.path();
        }

        @Override
        public Origin origin() {
            return content.origin();
        }

        @Override
        public long size() {
            return content.size();
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public InputStream open() throws IOException {
            return Decompression.open(content, limits.decompressedBytes());
        }
    }

    private record FileContent(Path location) implements Content {
        @Override
        public String path() {
            return location.toString();
        }

        @Override
        public Origin origin() {
            return Origin.UNKNOWN;
        }

        @Override
        public long size() {
            return location.toFile().length();
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(location);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(location);
        }
    }

    private static final class HeldContent implements Content {
        private final String path;
        private final byte[] bytes;

        HeldContent(String path, byte[] bytes) {
            this.path = path;
            this.bytes = bytes;
        }

        @Override
        public String path() {
            return path;
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
    }
}
