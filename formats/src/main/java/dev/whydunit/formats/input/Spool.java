package dev.whydunit.formats.input;

import dev.whydunit.evidence.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps bytes that come only once so that they can be read again. Files have names of our own choice, in the folder
/// for temporary files, and are gone when the spool is closed.
public final class Spool implements AutoCloseable {
    /// Few enough that a folder of small members needs no file for each.
    private static final int IN_MEMORY_BYTES = 256 << 10;
    /// All that is held in memory together.
    private static final long MEMORY_BYTES = 64L << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final AtomicLong memoryLeft = new AtomicLong(MEMORY_BYTES);
    private final List<Path> files = new CopyOnWriteArrayList<>();

    /// What was kept, and the reason why not all of it; empty where all was.
    record Kept(StoredContent content, String cut) {}

    /// Reads a stream to its end or to where the allowance ends.
    Kept keep(String path, Origin origin, InputStream in, Allowance allowance) throws IOException {
        var head = new byte[IN_MEMORY_BYTES];
        int filled = 0;
        String cut = "";
        try {
            while (filled < head.length) {
                int read = in.read(head, filled, head.length - filled);
                if (read < 0) {
                    return keepHead(path, origin, Arrays.copyOf(head, filled), cut);
                }
                allowance.spend(read);
                filled += read;
            }
        } catch (IOException e) {
            return keepHead(path, origin, Arrays.copyOf(head, filled), reason(e));
        }
        return keepFile(path, origin, head, filled, in, allowance);
    }

    private Kept keepHead(String path, Origin origin, byte[] bytes, String cut) throws IOException {
        if (memoryLeft.addAndGet(-bytes.length) >= 0) {
            return new Kept(StoredContent.ofBytes(path, origin, bytes), cut);
        }
        var file = newFile();
        Files.write(file, bytes);
        return new Kept(StoredContent.ofFile(path, origin, file), cut);
    }

    private Kept keepFile(String path, Origin origin, byte[] head, int filled, InputStream in, Allowance allowance)
            throws IOException {
        var file = newFile();
        String cut = "";
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head, 0, filled);
            var buffer = new byte[BUFFER_BYTES];
            try {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    allowance.spend(read);
                    out.write(buffer, 0, read);
                }
            } catch (IOException e) {
                cut = reason(e);
            }
        }
        return new Kept(StoredContent.ofFile(path, origin, file), cut);
    }

    private Path newFile() throws IOException {
        var file = Files.createTempFile("whydunit-", ".spool");
        file.toFile().deleteOnExit();
        files.add(file);
        return file;
    }

    static String reason(IOException e) {
        var message = e.getMessage();
        return message == null || message.isBlank() ? "it ends too early" : message;
    }

    @Override
    public void close() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException _) {
                // The system deletes it with the folder for temporary files.
                file.toFile().deleteOnExit();
            }
        }
    }
}
