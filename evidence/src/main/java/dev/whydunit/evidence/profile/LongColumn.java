package dev.whydunit.evidence.profile;

import java.util.Arrays;

/// A column of longs that grows by blocks: nothing is copied, so its peak is its size.
final class LongColumn {
    private static final int BLOCK_BITS = 12;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int MASK = BLOCK - 1;
    private static final int FIRST_BLOCKS = 16;

    private long[][] blocks = new long[FIRST_BLOCKS][];
    private int size;

    int size() {
        return size;
    }

    long get(int index) {
        return blocks[index >>> BLOCK_BITS][index & MASK];
    }

    void set(int index, long value) {
        blocks[index >>> BLOCK_BITS][index & MASK] = value;
    }

    void add(long value) {
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
        blocks[block] = new long[BLOCK];
    }

    /// Forgets everything from an index on.
    void truncate(int newSize) {
        size = newSize;
    }
}
