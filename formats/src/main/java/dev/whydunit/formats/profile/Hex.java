package dev.whydunit.formats.profile;

import dev.whydunit.formats.text.LineScanner;

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

    /// Takes all digits that stand next.
    static long take(LineScanner scanner) {
        long number = 0;
        while (digit(scanner.peek()) >= 0) {
            number = number << 4 | digit(scanner.peek());
            scanner.take((char) scanner.peek());
        }
        return number;
    }
}
