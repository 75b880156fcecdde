package dev.whydunit.evidence.goroutine;

/// A word that a frame prints as argument.
///
/// @param frame    index of the frame, innermost 0
/// @param position index among the words of the frame, 0 is the receiver of a method
/// @param value    the word
/// @param certain  printed without `?` (and not a zero of Go 1.17, which prints stale registers without the mark)
public record Argument(int frame, int position, long value, boolean certain) {}
