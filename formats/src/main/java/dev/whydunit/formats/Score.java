package dev.whydunit.formats;

/// How surely a format claims an input or a line: all formats are asked, the surest wins; never the first to come.
public enum Score {
    NO,
    /// It could be; another format that is surer wins.
    POSSIBLE,
    /// Its usual beginning.
    LIKELY,
    /// A magic number, or a wording that no other format has.
    CERTAIN
}
