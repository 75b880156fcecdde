package dev.whydunit.formats.goroutine;

import dev.whydunit.formats.Line;
import java.util.Arrays;

/// The goroutine that is being read: its numbers so far, in buffers that the next one uses again.
final class OpenGoroutine {

    /// Frames kept of one stack. The runtime prints a hundred; what has more is no dump of it.
    private static final int MOST_FRAMES = 4096;

    /// Bytes of one frame's arguments, and of labels, that are kept: far above what the runtime prints of ten words.
    private static final int MOST_ARGUMENT_BYTES = 1 << 10;

    private static final int MOST_LABEL_BYTES = 1 << 14;

    private long id;
    private int minutes;
    private int flags;
    private boolean running;
    private long line;
    private long from;
    private long to;
    private long parent;
    private boolean unavailable;

    private int[] sequence = new int[128];
    private int length;
    private int pendingFunction;
    private boolean pendingInlined;

    private byte[] labels = new byte[64];
    private int labelBytes;

    private byte[] arguments = new byte[1 << 12];
    private int argumentBytes;
    private int[] argumentEnds = new int[128];

    /// Begins with a header.
    void begin(Header header, int state, Line at) {
        id = header.id();
        minutes = header.minutes();
        flags = (header.lockedToThread() ? MemberColumns.LOCKED_TO_THREAD : 0)
                | (header.leaked() ? MemberColumns.LEAKED : 0);
        running = header.isRunning();
        begin(state, at);
        labelBytes = header.labelsTo() - header.labelsFrom();
        if (labelBytes > MOST_LABEL_BYTES) {
            labelBytes = 0;
        }
        if (labelBytes > 0) {
            labels = labelBytes <= labels.length ? labels : new byte[labelBytes];
            System.arraycopy(at.buffer(), at.from() + header.labelsFrom(), labels, 0, labelBytes);
        }
    }

    /// Begins a stack that has no goroutine: `runtime stack:`.
    void beginSystem(Line at) {
        id = 0;
        minutes = Header.NO_MINUTES;
        flags = 0;
        running = false;
        labelBytes = 0;
        begin(0, at);
    }

    private void begin(int state, Line at) {
        line = at.number();
        from = at.placeFrom();
        to = at.placeTo();
        parent = MemberColumns.NONE;
        unavailable = false;
        length = StackGroups.FRAMES;
        sequence[StackGroups.STATE] = state;
        sequence[StackGroups.CREATED_BY] = StackGroups.NONE;
        sequence[StackGroups.ELIDED] = 0;
        argumentBytes = 0;
    }

    /// A function line was read: its frame is added when its location is known.
    void pend(int function, boolean inlined) {
        pendingFunction = function;
        pendingInlined = inlined;
    }

    int pendingFunction() {
        return pendingFunction;
    }

    boolean pendingInlined() {
        return pendingInlined;
    }

    /// Keeps the printed arguments of the frame that comes next.
    void addArguments(byte[] text, int from, int to) {
        int size = to - from;
        if (length - StackGroups.FRAMES >= MOST_FRAMES || size > MOST_ARGUMENT_BYTES) {
            return;
        }
        if (argumentBytes + size > arguments.length) {
            arguments = Arrays.copyOf(arguments, Math.max(argumentBytes + size, 2 * arguments.length));
        }
        System.arraycopy(text, from, arguments, argumentBytes, size);
        argumentBytes += size;
    }

    void addFrame(int frame) {
        if (length - StackGroups.FRAMES >= MOST_FRAMES) {
            elide();
            return;
        }
        if (length == sequence.length) {
            sequence = Arrays.copyOf(sequence, 2 * length);
            argumentEnds = Arrays.copyOf(argumentEnds, 2 * length);
        }
        argumentEnds[length] = argumentBytes;
        sequence[length++] = frame;
    }

    void elide() {
        sequence[StackGroups.ELIDED] = 1;
    }

    void createdBy(int frame) {
        sequence[StackGroups.CREATED_BY] = frame;
    }

    void setParent(long creator) {
        parent = creator;
    }

    void setUnavailable() {
        unavailable = true;
    }

    void setTo(long placeTo) {
        to = placeTo;
    }

    /// Packs the arguments of all frames.
    void pack(ArgumentWords words) {
        words.begin();
        int start = 0;
        for (int i = StackGroups.FRAMES; i < length; i++) {
            int end = argumentEnds[i];
            if (end > start) {
                words.addFrame(i - StackGroups.FRAMES, arguments, start, end);
            }
            start = end;
        }
    }

    /// Keeps the arguments of all frames as they are printed.
    void copy(ArgumentTexts texts) {
        texts.begin();
        int start = 0;
        for (int i = StackGroups.FRAMES; i < length; i++) {
            int end = argumentEnds[i];
            if (end > start) {
                texts.addFrame(i - StackGroups.FRAMES, arguments, start, end);
            }
            start = end;
        }
    }

    int labelSet(ByteStrings labelSets) {
        return labelBytes == 0 ? MemberColumns.NONE : labelSets.number(0, labels, 0, labelBytes);
    }

    int[] sequence() {
        return sequence;
    }

    int length() {
        return length;
    }

    boolean hasFrames() {
        return length > StackGroups.FRAMES;
    }

    /// The frame added last.
    int outermostFrame() {
        return sequence[length - 1];
    }

    long id() {
        return id;
    }

    int minutes() {
        return minutes;
    }

    int flags() {
        return flags;
    }

    boolean isRunning() {
        return running;
    }

    long parent() {
        return parent;
    }

    boolean isUnavailable() {
        return unavailable;
    }

    long line() {
        return line;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }
}
