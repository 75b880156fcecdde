package dev.whydunit.formats;

import dev.whydunit.evidence.Origin;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A content whose streams end with an error when time is up.
record StoppableContent(Content content, BooleanSupplier stop) implements Content {

    @Override
    public String path() {
        return content.path();
    }

    @Override
    public Origin origin() {
        return content.origin();
    }

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public Optional<Path> file() {
        return content.file();
    }

    @Override
    public void ensureMayGoOn() throws IOException {
        if (stop.getAsBoolean()) {
            throw new IOException("the time was up");
        }
    }

    @Override
    public InputStream open() throws IOException {
        return new FilterInputStream(content.open()) {
            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                ensureMayGoOn();
                return in.read(target, from, length);
            }
        };
    }
}
