package dev.whydunit.evidence;

import java.util.List;

/// Turns an address of a binary into the calls at that place, inlined ones first.
public interface Symbolizer {

    /// The frames at an address, the innermost first; empty where the address is not known.
    List<Frame> at(long address);
}
