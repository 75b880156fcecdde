package dev.whydunit.formats.profile;

/// Hexadecimal digits in bytes.
final class Hex {
    private Hex() {}

    /// The value of a digit; -1 for other bytes.
    static int digit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = c | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
