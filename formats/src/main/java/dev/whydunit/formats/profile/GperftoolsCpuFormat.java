package dev.whydunit.formats.profile;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.profile.ColumnarProfile;
import dev.whydunit.evidence.profile.ProfileHeader;
import dev.whydunit.evidence.profile.SampleTable;
import dev.whydunit.evidence.profile.SampleType;
import dev.whydunit.formats.BinaryFormat;
import dev.whydunit.formats.Content;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.ParseOutcome;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.text.LineReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The binary CPU profile of gperftools: machine words of 32 or 64 bits in either byte order.
///
/// ```
/// 0, 3, 0, period in microseconds, 0          header
/// count, depth, address ...                   one stack
/// 0, 1, 0                                     end of the stacks
/// 00400000-00fcb000 r-xp ...                  memory map as text
/// ```
///
/// Source: https://gperftools.github.io/gperftools/cpuprofile-fileformat.html; `google/pprof
/// profile/legacy_profile.go`.
public final class GperftoolsCpuFormat implements BinaryFormat {
    private static final List<SampleType> TYPES =
            List.of(new SampleType("samples", "count"), new SampleType("cpu", "nanoseconds"));
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int HEADER_WORDS = 5;
    private static final int DEEPEST_STACK = 65_536;

    /// At most so many frames of the signal handler stand behind the leaf.
    private static final int HANDLER_FRAMES = 2;

    /// One stack of so many may lack the handler's frame.
    private static final int ONE_OF = 32;

    @Override
    public String name() {
        return "gperftools-cpu";
    }

    @Override
    public Score sniff(byte[] head) {
        return Words.of(head).isPresent() ? Score.CERTAIN : Score.NO;
    }

    @Override
    public ParseOutcome parse(Content content, Limits limits) {
        try (var stream = new BufferedInputStream(Decompression.open(content, limits.decompressedBytes()))) {
            stream.mark(HEADER_WORDS * Long.BYTES);
            var words = Words.of(stream.readNBytes(HEADER_WORDS * Long.BYTES));
            if (words.isEmpty()) {
                return new ParseOutcome.Unrecognized();
            }
            stream.reset();
            return read(words.get(), stream, content, limits);
        } catch (IOException e) {
            return new ParseOutcome.Malformed(
                    Cite.wholeFile(content.path(), 0), Decompression.unreadable(e), List.of());
        }
    }

    private static final class Stack {
        private final long count;
        private final long[] addresses;

        Stack(long count, long[] addresses) {
            this.count = count;
            this.addresses = addresses;
        }
    }

    private static ParseOutcome read(Words words, BufferedInputStream stream, Content content, Limits limits)
            throws IOException {
        var stacks = new ArrayList<Stack>();
        long period = words.header(stream) * NANOS_PER_MICRO;
        boolean ended = false;
        int frames = 0;
        while (!ended && stacks.size() < ProfileBounds.SAMPLES && frames < ProfileBounds.FRAMES) {
            long count = words.next(stream);
            long depth = words.next(stream);
            if (words.atEnd() || depth < 0 || depth > DEEPEST_STACK) {
                break;
            }
            var addresses = new long[(int) depth];
            for (int i = 0; i < depth; i++) {
                addresses[i] = words.next(stream);
            }
            ended = count == 0 && depth == 1 && addresses[0] == 0 && !words.atEnd();
            frames += addresses.length;
            if (!ended && !words.atEnd()) {
                stacks.add(new Stack(count, addresses));
            }
        }
        var code = new LegacyCode();
        if (ended) {
            map(stream, code, limits);
        }
        return outcome(stacks, period, code, content, words, ended);
    }

    private static void map(BufferedInputStream stream, LegacyCode code, Limits limits) throws IOException {
        var reader = new LineReader(stream, 0, limits.lineBytes());
        var line = new Line();
        while (reader.next(line)) {
            MapsLine.parse(line).ifPresent(code::mapping);
        }
    }

    private static ParseOutcome outcome(
            List<Stack> stacks, long period, LegacyCode code, Content content, Words words, boolean ended) {
        var at = Cite.wholeFile(content.path(), words.offset());
        var samples = new SampleTable(TYPES.size());
        for (var stack : withoutHandler(adjusted(stacks))) {
            samples.value(stack.count);
            samples.value(stack.count * period);
            for (int i = 0; i < stack.addresses.length; i++) {
                if (!isDuplicateOfLeaf(stack.addresses, i)) {
                    samples.location(code.location(stack.addresses[i]));
                }
            }
            samples.end();
        }
        var header = ProfileHeader.ofPeriod(TYPES.get(1), period).dropping(LegacyNoise.PROFILER, "");
        var table = code.table();
        var profile =
                new ColumnarProfile(ProfileOrigin.of(content.origin(), 0, table), at, TYPES, header, table, samples);
        var gaps = ended
                ? List.<Gap>of()
                : List.of(new Gap(
                        at,
                        "the profile ends before its end mark: " + stacks.size()
                                + " stacks were read, the memory map is lost"));
        return new ParseOutcome.Parsed(List.<Evidence>of(profile), gaps);
    }

    /// Return addresses moved back onto their calls; the leaf is no call.
    private static List<Stack> adjusted(List<Stack> stacks) {
        for (var stack : stacks) {
            for (int i = 1; i < stack.addresses.length; i++) {
                stack.addresses[i]--;
            }
        }
        return stacks;
    }

    /// The leaf is read from the signal context and once more by the unwinder.
    private static boolean isDuplicateOfLeaf(long[] addresses, int index) {
        return index == 1 && addresses[0] == addresses[1] + 1;
    }

    /// Where nearly all stacks have the same second frame, it is the signal handler's.
    private static List<Stack> withoutHandler(List<Stack> stacks) {
        var result = stacks;
        for (int i = 0; i < HANDLER_FRAMES; i++) {
            var handler = commonSecond(result);
            if (handler.isEmpty()) {
                return result;
            }
            long frame = handler.get();
            result = result.stream().map(stack -> withoutSecond(stack, frame)).toList();
        }
        return result;
    }

    private static Optional<Long> commonSecond(List<Stack> stacks) {
        Map<Long, Integer> seconds = new HashMap<>();
        for (var stack : stacks) {
            if (stack.addresses.length > 1) {
                seconds.merge(stack.addresses[1], 1, Integer::sum);
            }
        }
        int enough = stacks.size() - stacks.size() / ONE_OF;
        return seconds.entrySet().stream()
                .filter(entry -> entry.getValue() >= enough)
                .map(Map.Entry::getKey)
                .min(Long::compareUnsigned);
    }

    private static Stack withoutSecond(Stack stack, long frame) {
        var old = stack.addresses;
        if (old.length < 2 || old[1] != frame) {
            return stack;
        }
        var addresses = new long[old.length - 1];
        addresses[0] = old[0];
        System.arraycopy(old, 2, addresses, 1, old.length - 2);
        return new Stack(stack.count, addresses);
    }
}
