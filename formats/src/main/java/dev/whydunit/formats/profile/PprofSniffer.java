package dev.whydunit.formats.profile;

import dev.whydunit.formats.BinaryFormat;
import dev.whydunit.formats.Score;

/// Tells a `profile.proto` by the shape of its first fields: the format has no magic number. A sample type
/// is among them
/// in what all known recorders write (Go begins CPU profiles with it, heap profiles with the period).
final class PprofSniffer {
    private static final int LAST_FIELD = 15;
    private static final int FIRST_NUMBER_FIELD = 7;
    private static final int SAMPLE_TYPE = 1;

    /// A sample type is two small numbers.
    private static final int NUMBERS_OF_A_SAMPLE_TYPE = 2;

    /// So many well-formed known fields in a row do not happen by chance.
    private static final int FIELDS_FOR_CERTAIN = 4;

    private static final byte ESCAPE = 0x1b;

    private PprofSniffer() {}

    static Score sniff(byte[] head) {
        if (isText(head)) {
            return Score.NO;
        }
        var cursor = new WireCursor();
        cursor.set(head, 0, head.length);
        int fields = 0;
        boolean sampleType = false;
        try {
            while (fields < FIELDS_FOR_CERTAIN && cursor.next()) {
                if (!isKnown(cursor)) {
                    return Score.NO;
                }
                sampleType |= cursor.field() == SAMPLE_TYPE && isValueType(cursor);
                fields++;
            }
        } catch (WireException _) {
            return cutByTheHead(fields, sampleType, head.length);
        }
        if (fields == 0) {
            return Score.NO;
        }
        return sampleType ? Score.CERTAIN : fields >= FIELDS_FOR_CERTAIN ? Score.LIKELY : Score.NO;
    }

    /// A log whose lines begin with a year (`2026-03-14`) reads as a string of 48 bytes, and so on. But a
    /// profile has small numbers and the empty string near its begin: bytes that no text has.
    private static boolean isText(byte[] head) {
        for (byte b : head) {
            boolean control = b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != ESCAPE;
            if (control) {
                return false;
            }
        }
        return true;
    }

    /// A field that does not end within the head may just be long: a broken or cut profile, or a large
    /// sample.
    private static Score cutByTheHead(int fields, boolean sampleType, int length) {
        if (sampleType) {
            return Score.CERTAIN;
        }
        return fields > 0 && length >= BinaryFormat.HEAD_BYTES ? Score.POSSIBLE : Score.NO;
    }

    private static boolean isKnown(WireCursor cursor) {
        int field = cursor.field();
        if (field < 1 || field > LAST_FIELD) {
            return false;
        }
        boolean message = field < FIRST_NUMBER_FIELD || field == 11;
        return switch (cursor.wire()) {
            case WireCursor.BYTES -> message || field == 13;
            case WireCursor.VARINT -> !message;
            default -> false;
        };
    }

    private static boolean isValueType(WireCursor cursor) throws WireException {
        var type = new WireCursor();
        type.enter(cursor);
        int numbers = 0;
        while (type.next()) {
            if (type.field() > 2 || type.wire() != WireCursor.VARINT || ++numbers > NUMBERS_OF_A_SAMPLE_TYPE) {
                return false;
            }
        }
        return numbers > 0;
    }
}
