package dev.whydunit.formats;

import dev.whydunit.formats.profile.GperftoolsCpuFormat;
import dev.whydunit.formats.profile.PprofFormat;
import java.util.List;

/// The formats that take a whole input, sorted by name; one line for each.
public final class BinaryFormats {
    private static final List<BinaryFormat> ALL = List.of(
            new GperftoolsCpuFormat(), //
            new PprofFormat());

    private BinaryFormats() {}

    /// All of them; the order carries no weight.
    public static List<BinaryFormat> all() {
        if (ALL.isEmpty()) {
            throw new IllegalStateException("no binary format is registered");
        }
        return ALL;
    }
}
