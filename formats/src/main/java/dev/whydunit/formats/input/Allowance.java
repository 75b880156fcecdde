package dev.whydunit.formats.input;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/// How much one input may still grow to.
final class Allowance {
    /// Deflate cannot pack better than 1032 to 1, and only nothing but one byte comes near it: texts and profiles
    /// stay far below.
    private static final long LARGEST_RATIO = 900;
    /// Below, a ratio says nothing.
    private static final long RATIO_FROM_BYTES = 64L << 20;

    private final long packedBytes;
    private final long most;
    private final BooleanSupplier spent;
    private long used;

    /// @param packedBytes size of the input as it was given
    /// @param most        bytes that all of its contents may have together
    /// @param spent       whether time is up
    Allowance(long packedBytes, long most, BooleanSupplier spent) {
        this.packedBytes = packedBytes;
        this.most = most;
        this.spent = spent;
    }

    /// Takes so many bytes of it.
    void spend(long bytes) throws IOException {
        used += bytes;
        if (used > most) {
            throw new IOException("more than " + most + " bytes come out of " + packedBytes + ": the rest is not read");
        }
        if (used > RATIO_FROM_BYTES && used / Math.max(1, packedBytes) > LARGEST_RATIO) {
            throw new IOException("more than " + LARGEST_RATIO
                    + " times its size comes out of it, as of a decompression bomb: the rest is not read");
        }
        if (spent.getAsBoolean()) {
            throw new IOException("the time was up: the rest is not read");
        }
    }
}
