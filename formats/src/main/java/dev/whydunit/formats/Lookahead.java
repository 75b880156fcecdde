package dev.whydunit.formats;

/// Bytes that follow the latest line and are read already: a section that knows what comes next takes whole lines
/// from their front without each being looked at on its own.
///
/// Like a [Line], a view into a buffer that is used again.
public final class Lookahead {

    private byte[] buffer = new byte[0];
    private int from;
    private int to;
    private long number;
    private long bufferPlace;

    /// Points this view at other bytes.
    ///
    /// @param buffer      holds whole lines, and the beginning of one, in `[from, to)`
    /// @param number      one-based number of the line before
    /// @param bufferPlace place in the user's file of the buffer's first byte
    public void set(byte[] buffer, int from, int to, long number, long bufferPlace) {
        this.buffer = buffer;
        this.from = from;
        this.to = to;
        this.number = number;
        this.bufferPlace = bufferPlace;
    }

    public byte[] buffer() {
        return buffer;
    }

    /// Where the first line that is not taken begins.
    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /// The number of the latest line that was taken.
    public long number() {
        return number;
    }

    /// Takes whole lines from the front.
    ///
    /// @param end   index after the last one's line end
    /// @param lines how many they are
    public void take(int end, int lines) {
        from = end;
        number += lines;
    }

    /// The place in the user's file of a byte of the buffer.
    public long place(int index) {
        return bufferPlace + index;
    }
}
