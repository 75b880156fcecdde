package dev.whydunit.formats;

import dev.whydunit.evidence.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// The decompressed bytes of one input: a plain file, a member of an archive, a pipe that was spooled.
public interface Content {

    /// As the user named it; members of archives after `!`.
    String path();

    /// What a capture's manifest or the surroundings tell of its origin.
    Origin origin();

    /// The number of bytes, where it is known before reading.
    long size();

    /// The plain file behind it, where there is one: it can be read again, and in parallel ranges.
    Optional<Path> file();

    /// Fails where reading has to stop, as the streams do then: asked now and then by those who read the file itself.
    default void ensureMayGoOn() throws IOException {}

    /// A fresh stream over all bytes. Closing it is the caller's.
    InputStream open() throws IOException;
}
