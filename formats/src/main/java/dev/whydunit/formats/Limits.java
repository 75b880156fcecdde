package dev.whydunit.formats;

/// What one reading may cost. Beyond a limit there is a gap, never an exception.
///
/// @param inputBytes        bytes read of one plain input
/// @param decompressedBytes bytes that one compressed input or archive may grow to, all members together
/// @param archiveMembers    members of one archive
/// @param archiveDepth      archives within archives
/// @param lineBytes         one line of text
/// @param evidencePerInput  pieces of evidence of one input
/// @param distinctStacks    distinct stacks of one dump or profile
/// @param threads           threads that may parse at once
public record Limits(
        long inputBytes,
        long decompressedBytes,
        int archiveMembers,
        int archiveDepth,
        int lineBytes,
        int evidencePerInput,
        int distinctStacks,
        int threads) {

    private static final long GIB = 1L << 30;

    /// For a person's own incident folder on a common machine: plain files are streamed, so they may be large; what
    /// is decompressed costs time, so a bomb ends in a gap after a few seconds.
    public static Limits standard() {
        return new Limits(
                64 * GIB,
                4 * GIB,
                10_000,
                4,
                16 << 20,
                100_000,
                1_000_000,
                Math.max(1, Runtime.getRuntime().availableProcessors()));
    }
}
