package dev.whydunit.formats.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text of another encoding as UTF-8.
final class Transcoding extends InputStream {
    private static final int BUFFER_CHARS = 1 << 14;

    private final Reader reader;
    private final char[] chars = new char[BUFFER_CHARS];
    private byte[] bytes = new byte[0];
    private int next;
    private int held;

    Transcoding(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, target, from, taken);
        next += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        while (next == bytes.length) {
            int read = reader.read(chars, held, chars.length - held);
            if (read < 0 && held == 0) {
                return false;
            }
            int count = held + Math.max(read, 0);
            // The first half of a surrogate pair waits for the second.
            held = read > 0 && Character.isHighSurrogate(chars[count - 1]) ? 1 : 0;
            var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars, 0, count - held));
            bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            next = 0;
            if (held == 1) {
                chars[0] = chars[count - 1];
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
