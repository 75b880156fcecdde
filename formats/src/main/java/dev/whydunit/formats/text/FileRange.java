package dev.whydunit.formats.text;

import dev.whydunit.formats.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// The bytes `[from, to)` of a content's file as a stream, which fails where reading has to stop. Ranges of one channel
/// may be read on several threads at once.
final class FileRange extends InputStream {

    private final Content content;
    private final FileChannel channel;
    private final long to;
    private long position;

    FileRange(Content content, FileChannel channel, long from, long to) {
        this.content = content;
        this.channel = channel;
        this.position = from;
        this.to = to;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        content.ensureMayGoOn();
        long most = Math.min(length, to - position);
        if (most <= 0) {
            return -1;
        }
        int count = channel.read(ByteBuffer.wrap(target, offset, (int) most), position);
        position += Math.max(0, count);
        return count;
    }
}
