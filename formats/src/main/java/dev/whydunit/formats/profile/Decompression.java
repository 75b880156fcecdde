package dev.whydunit.formats.profile;

import com.github.luben.zstd.ZstdInputStream;
import dev.whydunit.formats.Content;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// The plain bytes of a profile that is still in gzip or zstd: a member of a folder was unpacked by the reader
/// already, but profiles are often compressed twice, and a view opens its file by itself.
final class Decompression {
    private static final int BUFFER = 1 << 16;
    private static final int MAGIC_BYTES = 4;
    private static final int LAYERS = 2;

    private Decompression() {}

    static InputStream open(Content content, long maxBytes) throws IOException {
        InputStream stream = new BufferedInputStream(content.open(), BUFFER);
        int layers = 0;
        var packing = packing(stream);
        while (packing != Packing.NONE && layers < LAYERS) {
            stream = new BufferedInputStream(unpack(stream, packing), BUFFER);
            layers++;
            packing = packing(stream);
        }
        return layers == 0 ? stream : new Capped(stream, maxBytes);
    }

    private enum Packing {
        NONE,
        GZIP,
        ZSTD
    }

    private static Packing packing(InputStream stream) throws IOException {
        stream.mark(MAGIC_BYTES);
        byte[] magic = stream.readNBytes(MAGIC_BYTES);
        stream.reset();
        if (startsWith(magic, 0x1f, 0x8b)) {
            return Packing.GZIP;
        }
        return startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd) ? Packing.ZSTD : Packing.NONE;
    }

    private static InputStream unpack(InputStream stream, Packing packing) throws IOException {
        return switch (packing) {
            case NONE -> stream;
            case GZIP -> new GZIPInputStream(stream, BUFFER);
            case ZSTD -> new ZstdInputStream(stream);
        };
    }

    /// What was expected of a file that cannot even be opened.
    static String unreadable(IOException e) {
        return "a file that can be read (" + Objects.requireNonNullElse(e.getMessage(), "it ends too early") + ")";
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /// Ends with an error where too much comes out of too little.
    private static final class Capped extends InputStream {
        private final InputStream stream;
        private long left;

        Capped(InputStream stream, long maxBytes) {
            this.stream = stream;
            this.left = maxBytes;
        }

        @Override
        public int read() throws IOException {
            spend(1);
            return stream.read();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = stream.read(target, from, length);
            spend(Math.max(read, 0));
            return read;
        }

        private void spend(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("more comes out of the compression than is read");
            }
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
