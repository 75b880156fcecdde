package dev.whydunit.formats.text;

import dev.whydunit.formats.Content;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Lookahead;
import dev.whydunit.formats.RangedFormat;
import dev.whydunit.formats.RangedFormat.Range;
import dev.whydunit.formats.RangedFormat.RangedSection;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads a large file in ranges: while the segmenter takes one, others are read ahead, and what comes out is the same
/// as if every line had gone through the segmenter.
final class RangedText {

    /// The longest way from the nominal end of a range to a line that may begin the next one. Where there is none,
    /// as in a log, both are one range.
    private static final int SEARCH_BYTES = 1 << 18;

    private static final long LARGEST_RANGE = 8L << 20;
    private static final long SMALLEST_RANGE = 2L << 20;

    /// Ranges for each thread: enough that the threads end at about the same time.
    private static final int RANGES_PER_THREAD = 4;

    private final Content content;
    private final FileChannel channel;
    private final long size;
    private final List<RangedFormat> formats;
    private final SectionContext context;
    private final Segmenter segmenter;
    private long lines;
    private long cutLines;

    /// @param channel of the content's file
    RangedText(
            Content content, FileChannel channel, List<TextFormat> formats, SectionContext context, Segmenter segmenter)
            throws IOException {
        this.content = content;
        this.channel = channel;
        this.size = channel.size();
        this.formats = formats.stream()
                .filter(RangedFormat.class::isInstance)
                .map(RangedFormat.class::cast)
                .toList();
        this.context = context;
        this.segmenter = segmenter;
    }

    /// Feeds all lines of the file to the segmenter.
    void read() throws IOException {
        int threads = context.limits().threads();
        read(starts(Math.clamp(size / ((long) RANGES_PER_THREAD * threads), SMALLEST_RANGE, LARGEST_RANGE)), threads);
    }

    /// Feeds all lines, in ranges that begin at these places (the first at the beginning of the file).
    void read(List<Start> starts, int threads) throws IOException {
        try (var executor = Executors.newFixedThreadPool(
                threads, daemon -> Thread.ofPlatform().daemon().unstarted(daemon))) {
            try {
                read(starts, threads, executor);
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private void read(List<Start> starts, int threads, ExecutorService executor) throws IOException {
        var ahead = new ArrayDeque<Future<Optional<Ahead>>>();
        int submitted = 1;
        for (int i = 0; i < starts.size(); i++) {
            while (submitted < starts.size() && ahead.size() <= threads) {
                int next = submitted++;
                ahead.add(executor.submit(() -> readAhead(starts.get(next), end(starts, next))));
            }
            var range = i == 0 ? Optional.<Ahead>empty() : result(ahead.remove());
            if (range.isEmpty() || !absorb(range.get())) {
                readInOrder(starts.get(i).offset(), end(starts, i));
            }
        }
    }

    private long end(List<Start> starts, int index) {
        return index + 1 < starts.size() ? starts.get(index + 1).offset() : size;
    }

    private static Optional<Ahead> result(Future<Optional<Ahead>> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private boolean absorb(Ahead ahead) {
        if (segmenter.latest() instanceof RangedSection section && section.absorb(ahead.range(), lines)) {
            lines += ahead.lines();
            return true;
        }
        return false;
    }

    private void readInOrder(long from, long to) throws IOException {
        var reader = new LineReader(
                new FileRange(content, channel, from, to),
                from,
                lines,
                context.limits().lineBytes());
        segmenter.lines(reader, to);
        lines = reader.lines();
        cutLines += reader.cutLines();
    }

    /// Reads a range whose lines before are not known yet; empty where it is not plain continuation.
    private Optional<Ahead> readAhead(Start start, long to) throws IOException {
        Limits limits = context.limits();
        var reader = new LineReader(
                new FileRange(content, channel, start.offset(), to), start.offset(), 0, limits.lineBytes());
        var range = start.format().openRange(context);
        var line = new Line();
        var lookahead = new Lookahead();
        while (reader.next(line)) {
            if (!range.accept(line)) {
                return Optional.empty();
            }
            reader.lookAhead(lookahead);
            range.acceptAhead(lookahead);
            reader.skip(lookahead);
        }
        return reader.cutLines() > 0 ? Optional.empty() : Optional.of(new Ahead(range, reader.lines()));
    }

    /// Lines of which only the first bytes were read.
    long cutLines() {
        return cutLines;
    }

    long lines() {
        return lines;
    }

    /// Where ranges of about these bytes may begin.
    List<Start> starts(long rangeBytes) throws IOException {
        var starts = new ArrayList<Start>();
        starts.add(new Start(0, formats.getFirst()));
        for (long nominal = rangeBytes; nominal < size; nominal += rangeBytes) {
            var start = startAfter(nominal);
            if (start.isPresent() && start.get().offset() > starts.getLast().offset()) {
                starts.add(start.get());
            }
        }
        return starts;
    }

    private Optional<Start> startAfter(long nominal) throws IOException {
        long to = Math.min(size, nominal + SEARCH_BYTES);
        var reader = new LineReader(
                new FileRange(content, channel, nominal, to),
                nominal,
                0,
                context.limits().lineBytes());
        var line = new Line();
        boolean afterEmptyLine = false;
        while (reader.next(line)) {
            if (afterEmptyLine) {
                for (RangedFormat format : formats) {
                    if (format.beginsRange(line)) {
                        return Optional.of(new Start(line.placeFrom(), format));
                    }
                }
            }
            afterEmptyLine = line.isEmpty() && line.number() > 1;
        }
        return Optional.empty();
    }

    /// @param format whose range may begin there
    record Start(long offset, RangedFormat format) {}

    private record Ahead(Range range, long lines) {}
}
