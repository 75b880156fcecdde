package dev.whydunit.evidence.profile;

import java.util.Arrays;

/// A column of ints that grows by blocks: nothing is copied, so its peak is its size.
final class IntColumn {
    private static final int BLOCK_BITS = 14;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int MASK = BLOCK - 1;
    private static final int FIRST_BLOCKS = 16;

    private int[][] blocks = new int[FIRST_BLOCKS][];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return blocks[index >>> BLOCK_BITS][index & MASK];
    }

    void set(int index, int value) {
        blocks[index >>> BLOCK_BITS][index & MASK] = value;
    }

    void add(int value) {
        int block = size >>> BLOCK_BITS;
        if ((size & MASK) == 0) {
            openBlock(block);
        }
        blocks[block][size & MASK] = value;
        size++;
    }

    private void openBlock(int block) {
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, blocks.length * 2);
        }
        blocks[block] = new int[BLOCK];
    }

    /// Forgets everything from an index on.
    void truncate(int newSize) {
        size = newSize;
    }

    /// Copies `count` values from an index on.
    void copy(int from, int count, int[] target) {
        int done = 0;
        while (done < count) {
            int at = from + done;
            int part = Math.min(count - done, BLOCK - (at & MASK));
            System.arraycopy(blocks[at >>> BLOCK_BITS], at & MASK, target, done, part);
            done += part;
        }
    }
}
