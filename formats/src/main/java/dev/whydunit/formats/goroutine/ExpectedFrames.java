package dev.whydunit.formats.goroutine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The frame that followed each frame the last time. Stacks repeat: most often it follows again, and to compare its
/// two lines with the text is several times cheaper than to take them apart.
///
/// What is taken so is what [DumpScanner] would make of the lines one by one.
final class ExpectedFrames {

    static final int NONE = -1;

    /// Arguments that are kept to compare with; the runtime prints ten words.
    private static final int MOST_ARGUMENT_BYTES = 512;

    private static final byte[] NO_BYTES = {};

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final ByteStrings functions;
    private final ByteStrings frames;
    private final FrameLines frameLines;
    private int[] followers = filled(256);
    private long[] offsets = new long[256];
    private byte[] offsetLengths = new byte[256];
    private byte[][] firstArguments = {};
    private int argumentsFrom;
    private int argumentsTo;

    ExpectedFrames(ByteStrings functions, ByteStrings frames, FrameLines frameLines) {
        this.functions = functions;
        this.frames = frames;
        this.frameLines = frameLines;
    }

    private static int[] filled(int size) {
        var table = new int[size];
        Arrays.fill(table, NONE);
        return table;
    }

    /// The frame that followed one the last time, or [#NONE].
    int after(int frame) {
        return frame < followers.length ? followers[frame] : NONE;
    }

    /// Notes what follows a frame.
    void note(int frame, int follower) {
        if (frame >= followers.length) {
            int before = followers.length;
            followers = Arrays.copyOf(followers, Math.max(frame + 1, 2 * before));
            Arrays.fill(followers, before, followers.length, NONE);
        }
        followers[frame] = follower;
    }

    /// The index after the two lines of a frame, where they stand at `from`; [#NONE] where they do not.
    int match(int frame, byte[] text, int from, int to) {
        int key = frames.key(frame);
        int function = key >> 1;
        int parenthesis = from + functions.length(function);
        if (parenthesis >= to || text[parenthesis] != '(' || !functions.isEqual(function, text, from, parenthesis)) {
            return NONE;
        }
        int end = argumentsTo(frame, text, parenthesis + 1, to);
        if (end < 0 || end + 1 >= to || text[end + 1] != '\n') {
            return NONE;
        }
        boolean inlined = FrameLines.isInlined(text, parenthesis + 1, end);
        if (inlined != ((key & 1) != 0)) {
            return NONE;
        }
        argumentsFrom = parenthesis + 1;
        argumentsTo = inlined ? argumentsFrom : end;
        return matchLocation(frame, text, end + 2, to);
    }

    /// The end of the arguments: what is the same as in the first goroutine needs no look at each byte.
    private int argumentsTo(int frame, byte[] text, int from, int to) {
        byte[] first = frame < firstArguments.length ? firstArguments[frame] : NO_BYTES;
        int same = Arrays.mismatch(first, 0, first.length, text, from, Math.min(to, from + first.length));
        int end = frameLines.argumentsTo(text, same < 0 ? from + first.length : from + same, to);
        if (first.length == 0 && end > from) {
            noteArguments(frame, Arrays.copyOfRange(text, from, end));
        }
        return end;
    }

    private void noteArguments(int frame, byte[] arguments) {
        if (arguments.length > MOST_ARGUMENT_BYTES) {
            return;
        }
        if (frame >= firstArguments.length) {
            int before = firstArguments.length;
            firstArguments = Arrays.copyOf(firstArguments, Math.max(frame + 1, 2 * before));
            Arrays.fill(firstArguments, before, firstArguments.length, NO_BYTES);
        }
        firstArguments[frame] = arguments;
    }

    /// The arguments of the latest frame that matched; empty where it is inlined.
    int argumentsFrom() {
        return argumentsFrom;
    }

    int argumentsTo() {
        return argumentsTo;
    }

    private int matchLocation(int frame, byte[] text, int from, int to) {
        int pathTo = from + 1 + frames.length(frame);
        if (pathTo >= to || text[from] != '\t' || !frames.isEqual(frame, text, from + 1, pathTo)) {
            return NONE;
        }
        if (text[pathTo] == '\n') {
            return pathTo + 1;
        }
        return isLatestOffset(frame, text, pathTo, to)
                ? pathTo + offsetLengths[frame]
                : matchOffset(frame, text, from, pathTo, to);
    }

    /// Whether ` +0x1d` and the line end stand there, as the last time.
    private boolean isLatestOffset(int frame, byte[] text, int from, int to) {
        if (frame >= offsets.length || offsetLengths[frame] == 0 || from + Long.BYTES > to) {
            return false;
        }
        long mask = -1L >>> (Long.SIZE - Byte.SIZE * offsetLengths[frame]);
        return ((long) LONGS.get(text, from) & mask) == offsets[frame];
    }

    private int matchOffset(int frame, byte[] text, int from, int pathTo, int to) {
        int end = pathTo;
        while (end < to && text[end] != '\n') {
            end++;
        }
        if (end == to || FrameLines.locationTo(text, from + 1, end) != pathTo) {
            return NONE;
        }
        noteOffset(frame, text, pathTo, end + 1);
        return end + 1;
    }

    private void noteOffset(int frame, byte[] text, int from, int to) {
        if (to - from > Long.BYTES) {
            return;
        }
        if (frame >= offsets.length) {
            int larger = Math.max(frame + 1, 2 * offsets.length);
            offsets = Arrays.copyOf(offsets, larger);
            offsetLengths = Arrays.copyOf(offsetLengths, larger);
        }
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = (word << Byte.SIZE) | (text[i] & 0xff);
        }
        offsets[frame] = word;
        offsetLengths[frame] = (byte) (to - from);
    }
}
