package dev.whydunit.report.html;

import dev.whydunit.evidence.Quantity;

/// A number of things in words.
final class Counted {
    private Counted() {}

    static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    static String of(long count, String one, String several) {
        return Quantity.count(count).text() + " " + (count == 1 ? one : several);
    }
}
