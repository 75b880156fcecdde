package dev.whydunit.formats.profile;

import dev.whydunit.evidence.profile.ProfileHeader;
import dev.whydunit.evidence.profile.SampleType;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import dev.whydunit.formats.text.LineScanner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A mutex or block profile as text: of Go with `debug=1`, and `contentionz` of C++ programs.
///
/// ```
/// --- mutex:
/// cycles/second=2445403748
/// sampling period=1
/// 6776025874 320 @ 0x672f86 0x672f1a
/// #	0x672f85	sync.(*Mutex).Unlock+0x85	/src/sync/mutex.go:65
/// ```
public final class ContentionTextFormat implements TextFormat {
    private static final List<byte[]> TITLES = List.of(
            "--- mutex:".getBytes(StandardCharsets.US_ASCII),
            "--- contention:".getBytes(StandardCharsets.US_ASCII),
            "--- contentionz ".getBytes(StandardCharsets.US_ASCII));

    @Override
    public String name() {
        return "contention-text";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte == '-';
    }

    @Override
    public Score sniff(Line line) {
        return isTitle(line) ? Score.CERTAIN : Score.NO;
    }

    private static boolean isTitle(Line line) {
        return TITLES.stream().anyMatch(line::startsWith);
    }

    @Override
    public Section open(SectionContext context) {
        return new Collector(context);
    }

    private static final class Collector implements Section {
        private static final List<SampleType> TYPES =
                List.of(new SampleType("contentions", "count"), new SampleType("delay", "nanoseconds"));
        private static final long NANOS_PER_MILLI = 1_000_000;
        private static final double GIGA = 1e9;

        private final SectionContext context;
        private final LineScanner scanner = new LineScanner();
        private Optional<LegacySamples> samples = Optional.empty();
        private long cyclesPerSecond;
        private long period = 1;
        private long durationNanos;

        Collector(SectionContext context) {
            this.context = context;
        }

        @Override
        public Step accept(Line line) {
            if (samples.isEmpty()) {
                samples = Optional.of(new LegacySamples(context, line, TYPES.size()));
                return Step.TAKEN;
            }
            var collected = samples.get();
            if (collected.takeOther(line)) {
                return Step.TAKEN;
            }
            return attribute(line) || sample(line, collected) ? Step.TAKEN : Step.ENDED;
        }

        private boolean attribute(Line line) {
            scanner.at(line, 0);
            var key = scanner.until("=").strip();
            if (!scanner.take('=')) {
                return false;
            }
            scanner.spaces();
            switch (key) {
                case "cycles/second" -> cyclesPerSecond = scanner.integer(0);
                case "sampling period" -> period = scanner.integer(1);
                case "ms since reset" -> durationNanos = scanner.integer(0) * NANOS_PER_MILLI;
                case "discarded samples" -> {}
                default -> {
                    return false;
                }
            }
            return true;
        }

        private boolean sample(Line line, LegacySamples collected) {
            scanner.at(line, 0);
            scanner.spaces();
            long cycles = scanner.integer(-1);
            scanner.spaces();
            long count = scanner.integer(-1);
            scanner.spaces();
            if (cycles < 0 || count < 0 || !scanner.take('@')) {
                return false;
            }
            long delay = cycles;
            if (period > 0) {
                if (cyclesPerSecond > 0) {
                    delay = (long) ((double) cycles * (double) period / (cyclesPerSecond / GIGA));
                }
                count *= period;
            }
            collected.samples().value(count);
            collected.samples().value(delay);
            collected.stack(line, scanner.position(), true);
            collected.endSample(line);
            return true;
        }

        @Override
        public void finish(boolean cut, EvidenceSink sink) {
            samples.ifPresent(collected -> {
                var header = ProfileHeader.ofPeriod(TYPES.getFirst(), period)
                        .dropping(LegacyNoise.LOCKS, "")
                        .lasting(durationNanos);
                sink.evidence(collected.profile(TYPES, header));
                collected.gaps(sink);
            });
        }
    }
}
