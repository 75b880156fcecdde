package dev.whydunit.formats.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The ids of a profile, which need not be dense and may be referred to before they are defined: each gets a number in
/// the order of its first sight, and later the row of what it stands for.
final class IdIndex {
    /// Ids below stand in an array, four bytes each; recorders count from 1.
    private static final int DENSE = 1 << 22;

    private static final int FIRST = 1 << 10;
    private static final int UNDEFINED = -1;

    private final int capacity;
    private int[] dense = new int[FIRST];
    private final Map<Long, Integer> sparse = new HashMap<>();
    private int[] rows = new int[FIRST];
    private int size;

    /// @param capacity so many distinct ids are told apart; all beyond share the last number
    IdIndex(int capacity) {
        this.capacity = capacity;
    }

    /// The number of an id.
    int of(long id) {
        if (id >= 0 && id < dense.length) {
            int known = dense[(int) id];
            if (known != 0) {
                return known - 1;
            }
        }
        return find(id);
    }

    private int find(long id) {
        if (id >= 0 && id < DENSE) {
            if (id >= dense.length) {
                dense = Arrays.copyOf(dense, (int) Math.min(DENSE, Math.max(id + 1, dense.length * 2L)));
            }
            int number = add();
            dense[(int) id] = number + 1;
            return number;
        }
        Integer known = sparse.get(id);
        if (known != null) {
            return known;
        }
        int number = add();
        if (sparse.size() < capacity) {
            sparse.put(id, number);
        }
        return number;
    }

    private int add() {
        if (size == capacity) {
            return size - 1;
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, Math.min(capacity, rows.length * 2));
        }
        rows[size] = UNDEFINED;
        return size++;
    }

    /// Says which row an id stands for; false where it stands for another already.
    boolean define(long id, int row) {
        int number = of(id);
        if (rows[number] != UNDEFINED) {
            return false;
        }
        rows[number] = row;
        return true;
    }

    /// How many ids were met and never defined.
    int undefined() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (rows[i] == UNDEFINED) {
                count++;
            }
        }
        return count;
    }

    /// The row by number; what was never defined gets the given row.
    int[] rows(int unknown) {
        int[] all = Arrays.copyOf(rows, size);
        for (int i = 0; i < size; i++) {
            if (all[i] == UNDEFINED) {
                all[i] = unknown;
            }
        }
        return all;
    }
}
