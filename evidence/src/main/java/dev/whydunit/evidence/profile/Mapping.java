package dev.whydunit.evidence.profile;

import java.util.Objects;

/// A range of addresses that a file is mapped to.
///
/// @param start   first address
/// @param limit   one past the last address, as an unsigned number
/// @param offset  of `start` in the file
/// @param file    path, empty where it is not known
/// @param buildId empty where it is not known
public record Mapping(long start, long limit, long offset, String file, String buildId) {
    public Mapping {
        Objects.requireNonNull(file);
        Objects.requireNonNull(buildId);
    }

    /// Whether an address lies in it.
    public boolean contains(long address) {
        return Long.compareUnsigned(start, address) <= 0 && Long.compareUnsigned(address, limit) < 0;
    }
}
