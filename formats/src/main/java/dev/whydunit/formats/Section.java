package dev.whydunit.formats;

/// One occurrence of a [TextFormat] in a stream of lines: an explicit state machine that is fed line by line and
/// gives its evidence at the end. Never throws on any line.
public interface Section {

    /// What a section does with a line.
    enum Step {
        /// It belongs to this section.
        TAKEN,
        /// It does not, but the section may go on after it (another thread's output in between): other formats see
        /// it.
        FOREIGN,
        /// It does not, and the section is complete: [#finish] is called, then other formats see the line.
        ENDED
    }

    /// Feeds the next line of the stream.
    Step accept(Line line);

    /// Takes whole lines that follow the latest one taken, where it is quick to tell that they belong to the
    /// section, and only what [#accept] would take one by one. A section that knows no quick way takes none.
    default void acceptAhead(Lookahead lookahead) {}

    /// The stream or the section has ended: gives the evidence, and gaps for what is missing.
    ///
    /// @param cut whether the stream ended in the middle, as far as the reader knows
    void finish(boolean cut, EvidenceSink sink);
}
