package dev.whydunit.evidence;

import java.util.Objects;

/// A line of a source file, the path as the evidence spells it (builds are trimmed or run elsewhere: compare by
/// [#sameFileAs]).
///
/// @param file path with `/` or `\`
/// @param line one-based; 0 where only the file is known
public record SourceLine(String file, int line) {

    public SourceLine {
        Objects.requireNonNull(file);
        if (line < 0) {
            throw new IllegalArgumentException("line " + line);
        }
    }

    /// The last element of the path.
    public String fileName() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /// Whether both paths can be one file: the shorter is a tail of the longer at an element boundary.
    public boolean sameFileAs(SourceLine other) {
        String mine = file.replace('\\', '/');
        String theirs = other.file.replace('\\', '/');
        return mine.length() >= theirs.length() ? isTail(mine, theirs) : isTail(theirs, mine);
    }

    private static boolean isTail(String whole, String tail) {
        if (!whole.endsWith(tail)) {
            return false;
        }
        int cut = whole.length() - tail.length();
        return cut == 0 || tail.startsWith("/") || whole.charAt(cut - 1) == '/';
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
