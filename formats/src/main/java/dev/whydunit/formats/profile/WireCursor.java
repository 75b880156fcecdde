package dev.whydunit.formats.profile;

/// Walks over the fields of one protocol buffers message that lies in an array.
///
/// Source: the wire format, https://protobuf.dev/programming-guides/encoding/.
final class WireCursor {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private static final int WIRE_BITS = 3;
    private static final int WIRE_MASK = 7;
    private static final int LONGEST_VARINT = 10;

    private byte[] data = new byte[0];
    private int position;
    private int end;
    private int field;
    private int wire;
    private long number;
    private int from;
    private int to;

    void set(byte[] bytes, int start, int stop) {
        data = bytes;
        position = start;
        end = stop;
    }

    /// Points to the bytes of the current field of another cursor.
    void enter(WireCursor outer) throws WireException {
        if (outer.wire != BYTES) {
            throw new WireException("a message in field " + outer.field);
        }
        set(outer.data, outer.from, outer.to);
    }

    /// Goes to the next field; false at the end.
    boolean next() throws WireException {
        if (position >= end) {
            return false;
        }
        long key = varint();
        long number64 = key >>> WIRE_BITS;
        field = number64 > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number64;
        wire = (int) key & WIRE_MASK;
        switch (wire) {
            case VARINT -> number = varint();
            case BYTES -> bytes();
            case FIXED64 -> skip(Long.BYTES);
            case FIXED32 -> skip(Integer.BYTES);
            default -> throw new WireException("a wire type of 0, 1, 2 or 5, not " + wire);
        }
        return true;
    }

    private void bytes() throws WireException {
        long length = varint();
        if (length < 0 || length > end - position) {
            throw new WireException("a field that ends within its message");
        }
        from = position;
        to = position + (int) length;
        position = to;
    }

    private void skip(int count) throws WireException {
        if (end - position < count) {
            throw new WireException(count + " bytes of a fixed number");
        }
        position += count;
    }

    /// The next varint at the position: for packed fields after [#enter].
    long varint() throws WireException {
        long value = 0;
        int shift = 0;
        for (int i = position; i < end && i < position + LONGEST_VARINT; i++) {
            byte b = data[i];
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                position = i + 1;
                return value;
            }
            shift += 7;
        }
        throw new WireException("a varint of at most ten bytes");
    }

    /// Whether bytes are left: for packed fields.
    boolean more() {
        return position < end;
    }

    int field() {
        return field;
    }

    int wire() {
        return wire;
    }

    /// The number of a varint field.
    long number() throws WireException {
        if (wire != VARINT) {
            throw new WireException("a number in field " + field);
        }
        return number;
    }
}
