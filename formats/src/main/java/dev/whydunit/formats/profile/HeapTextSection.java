package dev.whydunit.formats.profile;

import dev.whydunit.evidence.profile.ProfileHeader;
import dev.whydunit.evidence.profile.SampleType;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.text.LineScanner;
import java.util.List;
import java.util.Optional;

/// Reads one heap profile as text: header, samples, symbols, MemStats, memory map.
final class HeapTextSection implements Section {
    private static final List<SampleType> IN_USE =
            List.of(new SampleType("objects", "count"), new SampleType("space", "bytes"));
    private static final List<SampleType> ALL = List.of(
            new SampleType("alloc_objects", "count"),
            new SampleType("alloc_space", "bytes"),
            new SampleType("inuse_objects", "count"),
            new SampleType("inuse_space", "bytes"));
    private static final SampleType PERIOD_TYPE = new SampleType("space", "bytes");
    private static final int BYTES_LABEL = 1;

    private final SectionContext context;
    private final LineScanner scanner = new LineScanner();
    private final MemStatsBlock memStats;
    private Optional<LegacySamples> samples = Optional.empty();
    private boolean withAllocations;
    private boolean scaled;
    private long period = 1;
    private long labelled;

    HeapTextSection(SectionContext context) {
        this.context = context;
        this.memStats = new MemStatsBlock(context);
    }

    @Override
    public Step accept(Line line) {
        if (samples.isEmpty()) {
            return header(line) ? Step.TAKEN : Step.ENDED;
        }
        var collected = samples.get();
        if (memStats.take(line) || collected.takeOther(line)) {
            return Step.TAKEN;
        }
        if (line.startsWith(HeapTextFormat.PREFIX) || memStats.isComplete()) {
            return Step.ENDED;
        }
        return sample(line, collected) ? Step.TAKEN : Step.ENDED;
    }

    private record Counts(long inUse, long inUseBytes, long allocated, long allocatedBytes) {}

    /// `12: 1536 [100: 12800] @`; empty where the line is no sample.
    private Optional<Counts> counts() {
        long inUse = number();
        boolean ok = scanner.take(':');
        long inUseBytes = number();
        ok &= scanner.take('[');
        long allocated = number();
        ok &= scanner.take(':');
        long allocatedBytes = number();
        ok &= scanner.take(']');
        scanner.spaces();
        ok &= scanner.take('@');
        return ok ? Optional.of(new Counts(inUse, inUseBytes, allocated, allocatedBytes)) : Optional.empty();
    }

    private long number() {
        scanner.spaces();
        long number = scanner.integer(-1);
        scanner.spaces();
        return number;
    }

    private boolean header(Line line) {
        scanner.at(line, HeapTextFormat.PREFIX.length);
        var totals = counts();
        if (totals.isEmpty()) {
            return false;
        }
        var total = totals.get();
        scanner.spaces();
        var kind = scanner.until("/ ");
        long rate = scanner.take('/') ? scanner.integer(0) : 0;
        withAllocations = (total.allocated() != total.inUse() && total.allocated() != 0)
                || (total.allocatedBytes() != total.inUseBytes() && total.allocatedBytes() != 0);
        switch (kind) {
            case "heapz_v2", "heap_v2" -> {
                scaled = true;
                period = rate;
            }
            case "heap" -> {
                scaled = true;
                period = rate / 2;
            }
            case "heapprofile" -> period = 1;
            case "growth", "growthz", "fragmentation", "fragmentationz" -> withAllocations = false;
            default -> {
                return false;
            }
        }
        samples = Optional.of(new LegacySamples(context, line, withAllocations ? ALL.size() : IN_USE.size()));
        return true;
    }

    private boolean sample(Line line, LegacySamples collected) {
        scanner.at(line, 0);
        var read = counts();
        if (read.isEmpty()) {
            return false;
        }
        var counts = read.get();
        if ((counts.inUse() == 0 && counts.inUseBytes() != 0)
                || (withAllocations && counts.allocated() == 0 && counts.allocatedBytes() != 0)) {
            collected.broken(line);
            return true;
        }
        labelled = 0;
        if (withAllocations) {
            values(collected, counts.allocated(), counts.allocatedBytes());
        }
        values(collected, counts.inUse(), counts.inUseBytes());
        collected.samples().numericLabel(BYTES_LABEL, labelled, 0);
        collected.stack(line, scanner.position(), true);
        collected.endSample(line);
        return true;
    }

    private void values(LegacySamples collected, long count, long bytes) {
        if (count != 0) {
            labelled = bytes / count;
        }
        double scale = scale(count, bytes);
        collected.samples().value((long) (count * scale));
        collected.samples().value((long) (bytes * scale));
    }

    /// How many allocations of this size one that was sampled stands for: with a mean of `period` bytes between two
    /// samples, one of `n` bytes is sampled with the probability `1 - exp(-n / period)`.
    private double scale(long count, long bytes) {
        if (!scaled || count == 0 || bytes == 0 || period <= 1) {
            return 1;
        }
        double size = (double) bytes / (double) count;
        return 1 / (1 - Math.exp(-size / period));
    }

    @Override
    public void finish(boolean cut, EvidenceSink sink) {
        samples.ifPresent(collected -> {
            var header = ProfileHeader.ofPeriod(PERIOD_TYPE, period)
                    .dropping(LegacyNoise.ALLOCATORS, LegacyNoise.ALLOCATORS_KEPT);
            sink.evidence(collected.profile(withAllocations ? ALL : IN_USE, header));
            memStats.statistics().ifPresent(sink::evidence);
            collected.gaps(sink);
        });
    }
}
