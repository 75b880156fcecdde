package dev.whydunit.app.input;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Origin;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.input.Spool;
import dev.whydunit.formats.input.Unpacking;
import dev.whydunit.report.Excerpts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Shows lines of the user's files, also of compressed ones and of members of archives: a packed file is unpacked once
/// more when one of its lines is asked for.
public final class FileExcerpts implements Excerpts, AutoCloseable {
    /// A line of a terminal and a half.
    private static final int MOST_BYTES = 160;

    private static final char MEMBER = '!';

    private final Spool spool = new Spool();
    private final Unpacking unpacking = new Unpacking(Limits.standard(), () -> false, spool);
    private final Map<Path, Map<String, Content>> unpacked = new HashMap<>();

    @Override
    public Optional<String> at(Cite cite) {
        return cite.line() == 0 ? Optional.empty() : content(cite.path()).flatMap(content -> line(content, cite));
    }

    private Optional<Content> content(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf(MEMBER, end - 1)) {
            var file = Path.of(path.substring(0, end));
            if (Files.isRegularFile(file)) {
                return Optional.ofNullable(
                        unpacked.computeIfAbsent(file, this::unpack).get(path));
            }
        }
        return Optional.empty();
    }

    private Map<String, Content> unpack(Path file) {
        var contents = new HashMap<String, Content>();
        unpacking
                .unpack(file.toString(), Origin.UNKNOWN, file)
                .forEach(one -> contents.put(one.content().path(), one.content()));
        return contents;
    }

    private static Optional<String> line(Content content, Cite cite) {
        try (var in = content.open()) {
            in.skipNBytes(cite.from());
            byte[] bytes = in.readNBytes(MOST_BYTES);
            return bytes.length == 0 ? Optional.empty() : Optional.of(firstLine(bytes));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Without control characters: a terminal would obey them.
    private static String firstLine(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ").strip();
    }

    @Override
    public void close() {
        spool.close();
    }
}
