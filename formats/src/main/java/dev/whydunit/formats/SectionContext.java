package dev.whydunit.formats;

import dev.whydunit.evidence.Origin;

/// What a section knows of the stream it stands in.
///
/// @param path   of the input, for cites
/// @param origin the process of the stream, and the time of the section's first line
/// @param limits what it may cost
public record SectionContext(String path, Origin origin, Limits limits) {}
