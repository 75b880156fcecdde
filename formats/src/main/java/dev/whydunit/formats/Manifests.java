package dev.whydunit.formats;

import dev.whydunit.evidence.Moment;
import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.ProcessIdentity;
import dev.whydunit.formats.envelope.JsonFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What the manifests of captures (`manifest.json`, schema `whydunit/capture/1`) tell of the files beside them: one
/// capture is of one process, and each file has its moment.
final class Manifests {
    /// The format's name in reports.
    static final String FORMAT = "capture-manifest";

    private static final String FILE = "manifest.json";
    private static final String SCHEMA = "whydunit/capture/";
    private static final long MOST_BYTES = 1 << 20;
    private static final String FILES = "files.";
    private static final String AT = ".at";

    private final Map<Path, Origin> origins;
    private final List<Path> manifests;

    private Manifests(Map<Path, Origin> origins, List<Path> manifests) {
        this.origins = Map.copyOf(origins);
        this.manifests = List.copyOf(manifests);
    }

    /// Reads those among the files; what is damaged in them tells nothing.
    static Manifests of(List<Path> files) {
        var origins = new HashMap<Path, Origin>();
        var manifests = files.stream()
                .filter(file -> file.getFileName().toString().equals(FILE))
                .filter(file -> read(file, origins))
                .toList();
        return new Manifests(origins, manifests);
    }

    private static boolean read(Path manifest, Map<Path, Origin> origins) {
        byte[] text;
        try {
            if (Files.size(manifest) > MOST_BYTES) {
                return false;
            }
            text = new String(Files.readAllBytes(manifest), StandardCharsets.UTF_8)
                    .replace('\n', ' ')
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException _) {
            return false;
        }
        var fields = JsonFields.of(text, 0, text.length);
        if (fields.stream()
                .noneMatch(
                        field -> field.name().equals("schema") && field.text().startsWith(SCHEMA))) {
            return false;
        }
        var process = fields.stream()
                .filter(field -> field.name().equals("host"))
                .map(field -> ProcessIdentity.ofHost(field.text(), OptionalLong.empty()))
                .findFirst()
                .orElse(ProcessIdentity.UNKNOWN);
        for (var field : fields) {
            if (field.name().startsWith(FILES) && field.name().endsWith(AT)) {
                add(manifest, field, new Origin(process, Optional.empty()), origins);
            }
        }
        return true;
    }

    private static void add(Path manifest, JsonFields.Field field, Origin origin, Map<Path, Origin> origins) {
        var name = field.name().substring(FILES.length(), field.name().length() - AT.length());
        try {
            var moment = new Moment(Instant.parse(field.text()), Moment.Source.MANIFEST);
            origins.put(manifest.resolveSibling(name), origin.at(moment));
        } catch (DateTimeException | InvalidPathException _) {
            // Another file's time still counts.
            return;
        }
    }

    Origin origin(Path file) {
        return origins.getOrDefault(file, Origin.UNKNOWN);
    }

    /// Whether a file is such a manifest, and so no evidence itself.
    boolean isManifest(Path file) {
        return manifests.contains(file);
    }
}
