package dev.whydunit.evidence;

import java.util.Comparator;
import java.util.Objects;

/// A place in an input: a line, and the bytes `[from, to)` of the user's own file (of the archive member,
/// where the path is written `a.tar.gz!pod.log`; offsets then count decompressed bytes).
///
/// @param path the input as the user named it, members of archives after `!`
/// @param line one-based line; 0 where the format has no lines
/// @param from first byte, zero-based
/// @param to   one past the last byte; equal to `from` where the extent is not known
public record Cite(String path, long line, long from, long to) implements Comparable<Cite> {

    private static final Comparator<Cite> ORDER = Comparator.comparing(Cite::path)
            .thenComparingLong(Cite::from)
            .thenComparingLong(Cite::to)
            .thenComparingLong(Cite::line);

    public Cite {
        Objects.requireNonNull(path);
        if (line < 0 || from < 0 || to < from) {
            throw new IllegalArgumentException("not a place: line " + line + ", bytes " + from + " to " + to);
        }
    }

    /// The whole of a file that has no lines.
    public static Cite wholeFile(String path, long bytes) {
        return new Cite(path, 0, 0, bytes);
    }

    /// Whether both places share at least one byte (or are the same empty place).
    public boolean overlaps(Cite other) {
        if (!path.equals(other.path)) {
            return false;
        }
        return from == other.from || (from < other.to && other.from < to);
    }

    @Override
    public int compareTo(Cite other) {
        return ORDER.compare(this, other);
    }
}
