package dev.whydunit.formats.input;

import dev.whydunit.evidence.Origin;
import dev.whydunit.formats.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Bytes that can be read again: a plain file, or what was spooled.
///
/// @param memory the bytes themselves where there is no file
record StoredContent(String path, Origin origin, long size, Optional<Path> file, byte[] memory) implements Content {

    static StoredContent ofFile(String path, Origin origin, Path file) throws IOException {
        return new StoredContent(path, origin, Files.size(file), Optional.of(file), new byte[0]);
    }

    static StoredContent ofBytes(String path, Origin origin, byte[] bytes) {
        return new StoredContent(path, origin, bytes.length, Optional.empty(), bytes);
    }

    @Override
    public InputStream open() throws IOException {
        return file.isPresent() ? Files.newInputStream(file.get()) : new ByteArrayInputStream(memory);
    }
}
