package dev.whydunit.formats.input;

import com.github.luben.zstd.ZstdInputStream;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.Origin;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// One file to the contents that formats read: compression, archives and UTF-16 come off, layer by layer.
///
/// Nothing is written to a path that an archive names: a member's name is only shown. What an input may grow to is
/// bounded for all its layers and members together.
public final class Unpacking {
    /// Compression and encoding around one content, archives not counted.
    private static final int LAYERS = 4;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Limits limits;
    private final BooleanSupplier spent;
    private final Spool spool;

    public Unpacking(Limits limits, BooleanSupplier spent, Spool spool) {
        this.limits = limits;
        this.spent = spent;
        this.spool = spool;
    }

    /// A content that formats read, and what was lost on the way to it.
    public record Unpacked(Content content, List<Gap> gaps) {
        public Unpacked {
            gaps = List.copyOf(gaps);
        }

        private Unpacked with(Gap gap) {
            return new Unpacked(content, plus(gaps, gap));
        }
    }

    /// The contents of one file, in the order of the archive. Never empty; never throws.
    public List<Unpacked> unpack(String path, Origin origin, Path file) {
        try {
            return unpack(StoredContent.ofFile(path, origin, file));
        } catch (IOException e) {
            return List.of(lost(path, origin, "cannot be read: " + Spool.reason(e)));
        }
    }

    /// The contents of a stream that comes only once.
    public List<Unpacked> unpack(String path, Origin origin, InputStream in) {
        try {
            var kept = spool.keep(path, origin, in, new Allowance(limits.inputBytes(), limits.inputBytes(), spent));
            var unpacked = new ArrayList<>(unpack(kept.content()));
            if (!kept.cut().isEmpty()) {
                unpacked.set(0, unpacked.getFirst().with(gap(path, kept.cut())));
            }
            return unpacked;
        } catch (IOException e) {
            return List.of(lost(path, origin, "cannot be read: " + Spool.reason(e)));
        }
    }

    private List<Unpacked> unpack(StoredContent content) {
        var unpacked = new ArrayList<Unpacked>();
        var allowance = new Allowance(content.size(), limits.decompressedBytes(), spent);
        unpack(content, 0, 0, List.of(), allowance, unpacked);
        return unpacked;
    }

    private void unpack(
            StoredContent content, int layers, int depth, List<Gap> gaps, Allowance allowance, List<Unpacked> into) {
        try {
            var packing = packing(content);
            switch (packing) {
                case NONE -> into.add(new Unpacked(content, gaps));
                case GZIP, ZSTD, BZIP2, UTF_16_LE, UTF_16_BE -> {
                    if (layers == LAYERS) {
                        into.add(new Unpacked(content, plus(gaps, gap(content.path(), "is compressed too often"))));
                    } else {
                        unpackLayer(content, packing, layers, depth, gaps, allowance, into);
                    }
                }
                case TAR, ZIP -> {
                    if (depth == limits.archiveDepth()) {
                        var why = "is an archive within " + depth + " others: its members are not read";
                        into.add(new Unpacked(content, plus(gaps, gap(content.path(), why))));
                    } else {
                        unpackArchive(content, packing, depth, gaps, allowance, into);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            // The archive readers throw unchecked exceptions on damaged input as well.
            into.add(new Unpacked(
                    StoredContent.ofBytes(content.path(), content.origin(), new byte[0]),
                    plus(gaps, gap(content.path(), "is damaged: " + e.getMessage()))));
        }
    }

    private void unpackLayer(
            StoredContent content,
            Packing packing,
            int layers,
            int depth,
            List<Gap> gaps,
            Allowance allowance,
            List<Unpacked> into)
            throws IOException {
        try (var in = open(content, packing)) {
            var kept = spool.keep(content.path(), content.origin(), in, allowance);
            var known = kept.cut().isEmpty() ? gaps : plus(gaps, gap(content.path(), kept.cut()));
            unpack(kept.content(), layers + 1, depth, known, allowance, into);
        }
    }

    private static InputStream open(StoredContent content, Packing packing) throws IOException {
        var in = new BufferedInputStream(content.open(), BUFFER_BYTES);
        return switch (packing) {
            case GZIP -> new GZIPInputStream(in, BUFFER_BYTES);
            case ZSTD -> new ZstdInputStream(in);
            case BZIP2 -> new BZip2CompressorInputStream(in, true);
            case UTF_16_LE -> transcoded(in, StandardCharsets.UTF_16LE);
            case UTF_16_BE -> transcoded(in, StandardCharsets.UTF_16BE);
            case NONE, TAR, ZIP -> in;
        };
    }

    private static InputStream transcoded(InputStream in, Charset charset) throws IOException {
        in.skipNBytes(2);
        return new Transcoding(in, charset);
    }

    private void unpackArchive(
            StoredContent content, Packing packing, int depth, List<Gap> gaps, Allowance allowance, List<Unpacked> into)
            throws IOException {
        int before = into.size();
        if (packing == Packing.TAR) {
            unpackTar(content, depth, allowance, into);
        } else {
            unpackZip(content, depth, allowance, into);
        }
        if (into.size() == before) {
            into.add(new Unpacked(content, plus(gaps, gap(content.path(), "is an archive without a file in it"))));
        } else if (!gaps.isEmpty()) {
            into.set(before, into.get(before).with(gaps.getFirst()));
        }
    }

    private void unpackTar(StoredContent content, int depth, Allowance allowance, List<Unpacked> into)
            throws IOException {
        int members = 0;
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(content.open(), BUFFER_BYTES))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.isFile() || InputWalk.isNoEvidence(entry.getName())) {
                    continue;
                }
                if (++members > limits.archiveMembers()) {
                    into.add(tooMany(content));
                    return;
                }
                member(memberPath(content, entry.getName()), content.origin(), tar, depth, allowance, into);
            }
        } catch (IOException | RuntimeException e) {
            into.add(lost(content.path(), content.origin(), "the archive is damaged: " + e.getMessage()));
        }
    }

    private void unpackZip(StoredContent content, int depth, Allowance allowance, List<Unpacked> into)
            throws IOException {
        int members = 0;
        try (var channel = channel(content);
                var zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.isDirectory() || entry.isUnixSymlink() || InputWalk.isNoEvidence(entry.getName())) {
                    continue;
                }
                if (++members > limits.archiveMembers()) {
                    into.add(tooMany(content));
                    return;
                }
                var path = memberPath(content, entry.getName());
                if (!zip.canReadEntryData(entry)) {
                    into.add(lost(path, content.origin(), "is encrypted, or packed in a way that cannot be read"));
                    continue;
                }
                try (var in = zip.getInputStream(entry)) {
                    member(path, content.origin(), in, depth, allowance, into);
                }
            }
        }
    }

    private void member(String path, Origin origin, InputStream in, int depth, Allowance allowance, List<Unpacked> into)
            throws IOException {
        var kept = spool.keep(path, origin, in, allowance);
        List<Gap> gaps = kept.cut().isEmpty() ? List.of() : List.of(gap(path, kept.cut()));
        unpack(kept.content(), 0, depth + 1, gaps, allowance, into);
    }

    private static SeekableByteChannel channel(StoredContent content) throws IOException {
        return content.file().isPresent()
                ? Files.newByteChannel(content.file().get())
                : new SeekableInMemoryByteChannel(content.memory());
    }

    private Unpacked tooMany(StoredContent archive) {
        return lost(
                archive.path(),
                archive.origin(),
                "the archive has more than " + limits.archiveMembers() + " members: the rest is not read");
    }

    private static String memberPath(StoredContent archive, String name) {
        return archive.path() + "!" + name;
    }

    private static Packing packing(StoredContent content) throws IOException {
        try (var in = content.open()) {
            return Packing.of(in.readNBytes(Packing.HEAD_BYTES));
        }
    }

    private static Unpacked lost(String path, Origin origin, String why) {
        return new Unpacked(StoredContent.ofBytes(path, origin, new byte[0]), List.of(gap(path, why)));
    }

    private static Gap gap(String path, String why) {
        return new Gap(new Cite(path, 0, 0, 0), why);
    }

    private static List<Gap> plus(List<Gap> gaps, Gap gap) {
        var all = new ArrayList<>(gaps);
        all.add(gap);
        return all;
    }
}
