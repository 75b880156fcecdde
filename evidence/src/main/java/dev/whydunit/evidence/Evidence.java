package dev.whydunit.evidence;

/// A typed fact that was read from an input: immutable, with its place in the user's own file and with
/// the process and time that it belongs to.
///
/// Open on purpose: a new format adds a type here without touching a list.
public interface Evidence {

    /// Whose evidence this is, and of when.
    Origin origin();

    /// Where in the user's input it begins; covers the whole of it where the extent is known.
    Cite cite();
}
