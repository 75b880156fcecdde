package dev.whydunit.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceReaderTest {
    private static final byte[] DUMP = "goroutine 7 [chan send, 9 minutes]:\nmain.work()\n\t/src/main.go:7 +0x1d\n\n"
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Reading read(Path... inputs) {
        return new EvidenceReader(new ByteArrayInputStream(DUMP)).read(List.of(inputs), Limits.standard(), () -> false);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] tar(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            var entry = new TarArchiveEntry(name, true);
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void aFolderIsReadWithOneReportForEachFile() throws IOException {
        write("a.txt", DUMP);
        write("note.txt", "nothing of use\n".getBytes(StandardCharsets.UTF_8));
        write("case.json", "{}".getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a.txt"));

        var reading = read(folder);

        assertThat(reading.evidence())
                .hasOnlyElementsOfType(GoroutineDump.class)
                .hasSize(1);
        assertThat(reading.inputs()).extracting(InputReport::evidence).containsExactly(1, 0);
        assertThat(reading.inputs().get(1).gaps()).hasSize(1);
    }

    @Test
    void equalContentIsReadOnce() throws IOException {
        write("a.txt", DUMP);
        write("b.gz", gzip(DUMP));
        write("c.zip", zip("../../x", DUMP));

        var reading = read(folder);

        assertThat(reading.evidence()).hasSize(1);
        assertThat(reading.inputs())
                .hasSize(3)
                .allMatch(input -> input.formats().contains("goroutine-dump"));
    }

    @Test
    void membersOfNestedArchivesAreNamedAfterThem() throws IOException {
        var file = write("all.tgz", gzip(tar("inner.zip", zip("pod.log", DUMP))));

        var reading = read(file);

        assertThat(reading.evidence()).hasSize(1);
        assertThat(reading.evidence().getFirst().cite().path()).isEqualTo(file + "!inner.zip!pod.log");
    }

    @Test
    void standardInputIsRead() {
        assertThat(read(EvidenceReader.STANDARD_INPUT).evidence()).hasSize(1);
    }

    @Test
    void anotherEncodingIsRead() throws IOException {
        write(
                "w.txt",
                ("\ufeff" + new String(DUMP, StandardCharsets.UTF_8).replace("\n", "\r\n"))
                        .getBytes(StandardCharsets.UTF_16LE));

        assertThat(read(folder).evidence()).hasSize(1);
    }

    @Test
    void aBombEndsInAGap() throws IOException {
        var bomb = write("bomb.gz", gzip(new byte[100 << 20]));

        var report = read(bomb).inputs().getFirst();

        assertThat(report.gaps()).anyMatch(gap -> gap.why().contains("bomb"));
    }

    @Test
    void damagedArchivesEndInGaps() throws IOException {
        byte[] whole = gzip(tar("pod.log", DUMP));
        for (int length = 1; length < whole.length; length++) {
            var report = read(write("cut.tgz", java.util.Arrays.copyOf(whole, length)))
                    .inputs();
            assertThat(report).isNotEmpty();
        }
    }

    @Test
    void whatDoesNotExistIsReported() {
        assertThat(read(folder.resolve("absent")).inputs().getFirst().gaps()).hasSize(1);
    }

    @Test
    void whenTimeIsUpTheUnreadAreGaps() throws IOException {
        write("a.txt", DUMP);

        var reading = new EvidenceReader().read(List.of(folder), Limits.standard(), () -> true);

        assertThat(reading.evidence()).isEmpty();
        assertThat(reading.gaps()).hasSize(1);
    }
}
