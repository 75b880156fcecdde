package dev.whydunit.formats;

/// A format made of lines of text, found any number of times in a stream and among other output.
///
/// Stateless: the state of one occurrence is its [Section].
public interface TextFormat {

    /// The name in reports: `goroutine-dump`.
    String name();

    /// Whether a section of this format can begin with a line with this first byte (-1: an empty line): asked once
    /// for each value, so that [#sniff] is not called for most lines of a log.
    default boolean mayBeginWith(int firstByte) {
        return true;
    }

    /// How surely a section of this format begins with this line. Called for every line that no open section takes:
    /// decides by the first bytes.
    Score sniff(Line line);

    /// Begins a section; its first line is given to [Section#accept] next.
    Section open(SectionContext context);
}
