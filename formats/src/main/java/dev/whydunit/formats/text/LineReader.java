package dev.whydunit.formats.text;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.Lookahead;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes to lines, through one block that is used again: the text of a [Line] is a view into it.
///
/// A line ends with `\n` or `\r\n`, or with the input. A line longer than the limit is cut: its first bytes are
/// delivered, the rest is skipped, and [#cutLines] counts it. The block grows to the longest line, never beyond the
/// limit.
public final class LineReader {

    /// Large enough that a read costs nothing beside parsing, small enough to stay in the cache.
    private static final int BLOCK_BYTES = 1 << 20;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NEWLINES = 0x0a0a0a0a0a0a0a0aL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final InputStream in;
    private final int longestLine;
    private byte[] block;
    private int next;
    private int filled;
    private boolean ended;
    private long blockOffset;
    private long number;
    private long cutLines;

    /// @param in          closed by the caller
    /// @param offset      place of its first byte in the user's file
    /// @param longestLine bytes of a line that are delivered
    public LineReader(InputStream in, long offset, int longestLine) {
        this(in, offset, 0, longestLine);
    }

    /// @param linesBefore lines of the user's file before the first one
    LineReader(InputStream in, long offset, long linesBefore, int longestLine) {
        this.in = in;
        this.longestLine = longestLine;
        this.block = new byte[BLOCK_BYTES];
        this.blockOffset = offset;
        this.number = linesBefore;
    }

    /// Points `line` at the next line; false at the end of the input.
    public boolean next(Line line) throws IOException {
        int start = next;
        int end = newline(block, start, filled);
        if (end < 0) {
            end = readToNewline();
            start = next;
            if (start == filled) {
                return false;
            }
        }
        byte[] text = block;
        long placeFrom = blockOffset + start;
        if (end >= 0) {
            next = end + 1;
        } else {
            end = filled;
            next = filled;
            skipLine();
        }
        if (end > start && text[end - 1] == '\r') {
            end--;
        }
        if (end - start > longestLine) {
            end = start + longestLine;
            cutLines++;
        }
        line.set(text, start, end, ++number, placeFrom, placeFrom + (end - start), Line.NO_TIME);
        return true;
    }

    /// Points `lookahead` at what follows the latest line and is read already.
    void lookAhead(Lookahead lookahead) {
        lookahead.set(block, next, filled, number, blockOffset);
    }

    /// Goes on after the lines that were taken from `lookahead`.
    void skip(Lookahead lookahead) {
        next = lookahead.from();
        number = lookahead.number();
    }

    /// The number of the latest line: lines delivered so far, and those before.
    public long lines() {
        return number;
    }

    /// The place in the user's file of the next line.
    public long offset() {
        return blockOffset + next;
    }

    /// Lines of which only the first bytes were delivered.
    public long cutLines() {
        return cutLines;
    }

    /// Reads on until the block holds a whole line: the index of its end; -1 at the end of the input or where the
    /// line is longer than the limit.
    private int readToNewline() throws IOException {
        int scanned = filled - next;
        while (!ended) {
            if (filled - next > longestLine) {
                return -1;
            }
            makeRoom();
            read();
            int end = newline(block, next + scanned, filled);
            if (end >= 0) {
                return end;
            }
            scanned = filled - next;
        }
        return -1;
    }

    private void makeRoom() {
        if (next > 0) {
            System.arraycopy(block, next, block, 0, filled - next);
            blockOffset += next;
            filled -= next;
            next = 0;
        }
        if (filled == block.length) {
            long doubled = Math.min(2L * block.length, Math.max(longestLine + 1L, BLOCK_BYTES));
            block = Arrays.copyOf(block, (int) doubled);
        }
    }

    private void read() throws IOException {
        int count = in.read(block, filled, block.length - filled);
        if (count < 0) {
            ended = true;
        } else {
            filled += count;
        }
    }

    /// Skips the rest of a line that is longer than the limit. What is delivered of it stays untouched: the next
    /// block is a fresh one.
    private void skipLine() throws IOException {
        if (ended) {
            return;
        }
        block = new byte[BLOCK_BYTES];
        int end = -1;
        while (end < 0 && !ended) {
            blockOffset += filled;
            filled = 0;
            read();
            end = newline(block, 0, filled);
        }
        next = end < 0 ? filled : end + 1;
    }

    /// The index of the first `\n` in `[from, to)`; -1 if there is none. Eight bytes at a time: a byte of `word` is
    /// zero where the text has a newline, and subtracting one from a zero byte sets its high bit.
    static int newline(byte[] bytes, int from, int to) {
        int index = from;
        for (int last = to - Long.BYTES; index <= last; index += Long.BYTES) {
            long word = (long) LONGS.get(bytes, index) ^ NEWLINES;
            long zeros = (word - ONES) & ~word & HIGH_BITS;
            if (zeros != 0) {
                return index + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; index < to; index++) {
            if (bytes[index] == '\n') {
                return index;
            }
        }
        return -1;
    }
}
