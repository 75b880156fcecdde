package dev.whydunit.formats.profile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The outermost message of a stream, field by field: no more than one field is held.
final class WireInput {
    private static final int BUFFER = 1 << 16;

    /// Of one field. Strings and samples are far below; what claims more is a broken length.
    private static final int MAX_FIELD = 1 << 26;

    private static final int LONGEST_VARINT = 10;

    private final InputStream input;
    private byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long base;
    private int field;
    private int wire;
    private long number;
    private int from;
    private int to;
    private long fieldStart;

    WireInput(InputStream input) {
        this.input = input;
    }

    /// Goes to the next field; false at the end of the stream.
    ///
    /// @throws EOFException  where the stream ends within a field
    /// @throws WireException where the bytes are not a field
    boolean next() throws IOException {
        fieldStart = offset();
        if (!available(1)) {
            return false;
        }
        long key = varint();
        field = (int) Math.min(key >>> 3, Integer.MAX_VALUE);
        wire = (int) key & 7;
        if (key >>> 3 == 0) {
            throw new WireException("a field number");
        }
        switch (wire) {
            case WireCursor.VARINT -> number = varint();
            case WireCursor.BYTES -> bytes(varint());
            case WireCursor.FIXED64 -> bytes(Long.BYTES);
            case WireCursor.FIXED32 -> bytes(Integer.BYTES);
            default -> throw new WireException("a wire type of 0, 1, 2 or 5, not " + wire);
        }
        return true;
    }

    private void bytes(long length) throws IOException {
        if (length < 0 || length > MAX_FIELD) {
            throw new WireException("a field of at most " + MAX_FIELD + " bytes, not " + Long.toUnsignedString(length));
        }
        if (!available((int) length)) {
            throw new EOFException();
        }
        from = position;
        to = position + (int) length;
        position = to;
    }

    private long varint() throws IOException {
        available(LONGEST_VARINT);
        long value = 0;
        int shift = 0;
        for (int i = position; i < limit && i < position + LONGEST_VARINT; i++) {
            byte b = buffer[i];
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                position = i + 1;
                return value;
            }
            shift += 7;
        }
        if (limit - position < LONGEST_VARINT) {
            throw new EOFException();
        }
        throw new WireException("a varint of at most ten bytes");
    }

    /// Makes bytes available after the position; the buffer grows only as they arrive, so a length that lies costs
    /// nothing.
    private boolean available(int count) throws IOException {
        while (limit - position < count) {
            if (position > 0) {
                System.arraycopy(buffer, position, buffer, 0, limit - position);
                base += position;
                limit -= position;
                position = 0;
            }
            if (limit == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            int read = input.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    /// How many bytes were read.
    long offset() {
        return base + position;
    }

    /// Where the current field begins.
    long fieldStart() {
        return fieldStart;
    }

    int field() {
        return field;
    }

    int wire() {
        return wire;
    }

    /// The number of a varint field.
    long number() throws WireException {
        if (wire != WireCursor.VARINT) {
            throw new WireException("a number in field " + field);
        }
        return number;
    }

    /// Points a cursor to the bytes of the current field.
    void enter(WireCursor cursor) throws WireException {
        requireBytes();
        cursor.set(buffer, from, to);
    }

    /// The bytes of the current field as text.
    String text() throws WireException {
        requireBytes();
        return from == to ? "" : new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }

    private void requireBytes() throws WireException {
        if (wire != WireCursor.BYTES) {
            throw new WireException("bytes in field " + field);
        }
    }
}
