package dev.whydunit.formats;

import dev.whydunit.evidence.Gap;
import java.util.List;
import java.util.Objects;

/// What was made of one input.
///
/// @param path     as the user named it
/// @param bytes    of its (decompressed) content
/// @param formats  the names of the formats found in it, sorted; empty where none recognised it
/// @param evidence pieces of evidence
/// @param gaps     what could not be read; at least one where no format recognised it
public record InputReport(String path, long bytes, List<String> formats, int evidence, List<Gap> gaps) {
    public InputReport {
        Objects.requireNonNull(path);
        formats = List.copyOf(formats);
        gaps = List.copyOf(gaps);
    }
}
