package dev.whydunit.formats;

/// A format whose sections may be so large that the parts of one are read ahead, at once on several threads.
///
/// A large file is split where a line may begin a range. Each range is read as if a section were open before it; the
/// section itself then absorbs it. Where a range turns out to hold anything but plain continuation, or where no such
/// section is open before it, its lines are read one after the other like any others, so that the result is the same.
public interface RangedFormat extends TextFormat {

    /// Whether a range may begin with this line, where the line before it is empty.
    boolean beginsRange(Line line);

    /// Begins a range; its first line is given to [Range#accept] next. Line numbers count from one within the range.
    Range openRange(SectionContext context);

    /// A part of a section.
    interface Range {

        /// Feeds the next line; false where the range is more than plain continuation, and is given up.
        boolean accept(Line line);

        /// Takes whole lines ahead, as [Section#acceptAhead] does.
        default void acceptAhead(Lookahead lookahead) {}
    }

    /// A section that can go on with a range.
    interface RangedSection extends Section {

        /// Takes over a range whose lines follow the ones accepted so far, as if they had been accepted one by one.
        ///
        /// @param linesBefore lines of the input before the range
        /// @return false where the range does not simply continue this section: nothing has changed then
        boolean absorb(Range range, long linesBefore);
    }
}
