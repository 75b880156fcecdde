package dev.whydunit.formats;

/// A format that takes a whole input, told by its first bytes: pprof, legacy profiles.
public interface BinaryFormat {

    /// So many first bytes are shown to [#sniff].
    int HEAD_BYTES = 4096;

    /// The name in reports: `pprof`.
    String name();

    /// How surely an input that begins with these (decompressed) bytes is of this format.
    Score sniff(byte[] head);

    /// Reads the whole input. Never throws on bad input.
    ParseOutcome parse(Content content, Limits limits);
}
