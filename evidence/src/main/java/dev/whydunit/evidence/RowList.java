package dev.whydunit.evidence;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;

/// An unmodifiable list whose elements are made on request from a source that never changes, such as columns of
/// numbers: evidence with millions of elements costs the numbers, not the objects.
public abstract class RowList<T> extends AbstractList<T> implements RandomAccess {

    /// An unmodifiable list with these elements; a row list stays as it is.
    public static <T> List<T> copyOf(Collection<? extends T> elements) {
        if (elements instanceof RowList<? extends T> rows) {
            @SuppressWarnings("unchecked") // nobody can add to it
            var same = (List<T>) rows;
            return same;
        }
        return List.copyOf(elements);
    }
}
