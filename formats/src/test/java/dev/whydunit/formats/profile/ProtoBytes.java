package dev.whydunit.formats.profile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes protocol buffers by hand, so that a test can say exactly which bytes it means.
final class ProtoBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ProtoBytes number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    ProtoBytes message(int field, ProtoBytes message) {
        return bytes(field, message.toBytes());
    }

    ProtoBytes text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    ProtoBytes packed(int field, long... values) {
        var packed = new ProtoBytes();
        for (long value : values) {
            packed.varint(value);
        }
        return message(field, packed);
    }

    ProtoBytes varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    ProtoBytes append(ProtoBytes other) {
        bytes.writeBytes(other.toBytes());
        return this;
    }

    private ProtoBytes bytes(int field, byte[] content) {
        varint(((long) field << 3) | 2);
        varint(content.length);
        bytes.writeBytes(content);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
