package dev.whydunit.formats.input;

import java.nio.charset.StandardCharsets;

/// How bytes are packed, told by their first ones and never by a name.
enum Packing {
    NONE,
    GZIP,
    ZSTD,
    BZIP2,
    TAR,
    ZIP,
    UTF_16_LE,
    UTF_16_BE;

    /// As many first bytes as the longest test needs: one block of a tar.
    static final int HEAD_BYTES = 512;

    private static final byte[] USTAR = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final int USTAR_OFFSET = 257;

    static Packing of(byte[] head) {
        if (startsWith(head, 0x1f, 0x8b, 0x08)) {
            return GZIP;
        }
        if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            return ZSTD;
        }
        if (startsWith(head, 'B', 'Z', 'h') && head.length > 4 && head[4] == 0x31) {
            return BZIP2;
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (isTar(head)) {
            return TAR;
        }
        if (startsWith(head, 0xff, 0xfe)) {
            return UTF_16_LE;
        }
        return startsWith(head, 0xfe, 0xff) ? UTF_16_BE : NONE;
    }

    private static boolean isTar(byte[] head) {
        if (head.length < HEAD_BYTES) {
            return false;
        }
        for (int i = 0; i < USTAR.length; i++) {
            if (head[USTAR_OFFSET + i] != USTAR[i]) {
                return false;
            }
        }
        return true;
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
}
