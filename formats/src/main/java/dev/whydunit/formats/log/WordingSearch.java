package dev.whydunit.formats.log;

import dev.whydunit.formats.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/// Finds the first of many wordings in a line in one pass over its bytes: the automaton of Aho and Corasick, "Efficient
/// string matching: an aid to bibliographic search" (1975), with all transitions filled in.
final class WordingSearch {
    private static final int BYTES = 256;
    private static final int NONE = -1;

    private static final class Holder {
        private static final WordingSearch ALL = new WordingSearch(Wording.all());
    }

    private final List<Wording> wordings;
    private final int[] next;
    private final int[] found;

    WordingSearch(List<Wording> wordings) {
        this.wordings = List.copyOf(wordings);
        int most =
                1 + wordings.stream().mapToInt(wording -> bytes(wording).length).sum();
        this.next = new int[most * BYTES];
        this.found = new int[most];
        Arrays.fill(next, NONE);
        Arrays.fill(found, NONE);
        addAll();
        fill();
    }

    static WordingSearch all() {
        return Holder.ALL;
    }

    /// The index of the wording that ends first in the line; -1 where there is none.
    int find(Line line) {
        byte[] buffer = line.buffer();
        int state = 0;
        for (int i = line.from(); i < line.to(); i++) {
            state = next[state * BYTES + (buffer[i] & 0xff)];
            if (found[state] != NONE) {
                return found[state];
            }
        }
        return NONE;
    }

    Wording wording(int index) {
        return wordings.get(index);
    }

    private static byte[] bytes(Wording wording) {
        return wording.text().getBytes(StandardCharsets.UTF_8);
    }

    private void addAll() {
        int states = 1;
        for (int w = 0; w < wordings.size(); w++) {
            int state = 0;
            for (byte b : bytes(wordings.get(w))) {
                int slot = state * BYTES + (b & 0xff);
                if (next[slot] == NONE) {
                    next[slot] = states++;
                }
                state = next[slot];
            }
            if (found[state] == NONE) {
                found[state] = w;
            }
        }
    }

    private void fill() {
        var queue = new ArrayDeque<Integer>();
        int[] fallback = new int[found.length];
        for (int b = 0; b < BYTES; b++) {
            if (next[b] == NONE) {
                next[b] = 0;
            } else {
                queue.add(next[b]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            if (found[state] == NONE) {
                found[state] = found[fallback[state]];
            }
            for (int b = 0; b < BYTES; b++) {
                int slot = state * BYTES + b;
                int other = next[fallback[state] * BYTES + b];
                if (next[slot] == NONE) {
                    next[slot] = other;
                } else {
                    fallback[next[slot]] = other;
                    queue.add(next[slot]);
                }
            }
        }
    }
}
