package dev.whydunit.formats.profile;

import dev.whydunit.evidence.profile.ProfileHeader;
import dev.whydunit.evidence.profile.SampleType;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The threads of a C++ program with their stacks:
///
/// ```
/// --- threadz 1 ---
///
/// --- Thread 7f94 (name: main/14748) stack: ---
///   PC: 0x40bce9 main
///   0x40bce9 0x48bce9
/// --- Thread 7f95 (name: thread2/14749) stack: ---
/// [same as previous thread]
/// --- Memory map: ---
/// ```
public final class ThreadzTextFormat implements TextFormat {
    private static final byte[] TITLE = "--- threadz ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] THREAD = "--- Thread ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STACK = ") stack: ---".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SAME = "same as previous thread".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_STACK = "---- no stack trace for".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "threadz-text";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte == '-';
    }

    @Override
    public Score sniff(Line line) {
        return line.startsWith(TITLE) || isThread(line) ? Score.CERTAIN : Score.NO;
    }

    private static boolean isThread(Line line) {
        return line.startsWith(THREAD) && line.indexOf(STACK, THREAD.length) > 0;
    }

    @Override
    public Section open(SectionContext context) {
        return new Collector(context);
    }

    private static final class Collector implements Section {
        private static final List<SampleType> TYPES = List.of(new SampleType("thread", "count"));

        private final SectionContext context;
        private Optional<LegacySamples> samples = Optional.empty();
        private boolean inThread;
        private boolean same;
        private boolean inStack;
        private boolean inMap;
        private int depth;

        Collector(SectionContext context) {
            this.context = context;
        }

        @Override
        public Step accept(Line line) {
            if (samples.isEmpty()) {
                samples = Optional.of(new LegacySamples(context, line, 1));
                thread(line, samples.get());
                return Step.TAKEN;
            }
            var collected = samples.get();
            if (isThread(line)) {
                thread(line, collected);
                return Step.TAKEN;
            }
            if (line.at(0) == '-' || inMap) {
                endThread(line, collected);
                inMap |= collected.takeOther(line);
                return inMap || line.startsWith(NO_STACK) ? Step.TAKEN : Step.ENDED;
            }
            stack(line, collected);
            return Step.TAKEN;
        }

        private void thread(Line line, LegacySamples collected) {
            endThread(line, collected);
            inThread = isThread(line);
            same = false;
            depth = 0;
        }

        private void stack(Line line, LegacySamples collected) {
            if (!inThread) {
                return;
            }
            if (line.indexOf(SAME, 0) >= 0) {
                same = true;
            } else {
                inStack = true;
                depth += collected.stack(line, 0, depth > 0);
            }
        }

        private void endThread(Line line, LegacySamples collected) {
            if (same && collected.samples().size() > 0) {
                collected.samples().addToLast(0, 1);
            } else if (inStack && depth > 0) {
                collected.samples().value(1);
                collected.endSample(line);
            }
            inStack = false;
            same = false;
            inThread = false;
        }

        @Override
        public void finish(boolean cut, EvidenceSink sink) {
            samples.ifPresent(collected -> {
                endThread(new Line(), collected);
                sink.evidence(collected.profile(
                        TYPES, ProfileHeader.ofPeriod(TYPES.getFirst(), 1).dropping(LegacyNoise.PROFILER, "")));
                collected.gaps(sink);
            });
        }
    }
}
