package dev.whydunit.app.input;

import dev.whydunit.evidence.Cite;
import dev.whydunit.report.Excerpts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Shows lines of the user's plain files.
public final class FileExcerpts implements Excerpts {
    /// A line of a terminal and a half.
    private static final int MOST_BYTES = 160;

    @Override
    public Optional<String> at(Cite cite) {
        var path = Path.of(cite.path());
        if (cite.line() == 0 || !Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(cite.from());
            byte[] bytes = new byte[MOST_BYTES];
            int read = file.read(bytes);
            return read <= 0 ? Optional.empty() : Optional.of(firstLine(bytes, read));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Without control characters: a terminal would obey them.
    private static String firstLine(byte[] bytes, int length) {
        var text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ").strip();
    }
}
