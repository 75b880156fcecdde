package dev.whydunit.formats;

import dev.whydunit.evidence.Origin;
import java.nio.file.Path;
import java.util.List;

/// What the manifests of captures tell of the files beside them.
final class Manifests {
    private Manifests() {}

    static Manifests of(List<Path> files) {
        return new Manifests();
    }

    Origin origin(Path file) {
        return Origin.UNKNOWN;
    }
}
