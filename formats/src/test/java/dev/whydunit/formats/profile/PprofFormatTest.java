package dev.whydunit.formats.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.whydunit.evidence.profile.NumericLabel;
import dev.whydunit.evidence.profile.ProfileKind;
import dev.whydunit.evidence.profile.SampleType;
import dev.whydunit.formats.ParseOutcome;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.reading.Inputs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PprofFormatTest {
    private static final long HUGE_ID = 0xfeedfacecafebeefL;

    /// One sample of three frames: a leaf that is inlined, a location without symbols, and one that is
    /// folded.
    private static ProtoBytes small() {
        return new ProtoBytes()
                .message(1, new ProtoBytes().number(1, 1).number(2, 2))
                .message(1, new ProtoBytes().number(1, 3).number(2, 4))
                .message(
                        2,
                        new ProtoBytes()
                                .packed(1, 7, HUGE_ID)
                                .number(1, 9)
                                .packed(2, 3, -30)
                                .message(3, new ProtoBytes().number(1, 5).number(2, 6))
                                .message(
                                        3,
                                        new ProtoBytes()
                                                .number(1, 7)
                                                .number(3, 4096)
                                                .number(4, 8)))
                .message(
                        3,
                        new ProtoBytes()
                                .number(1, 40)
                                .number(2, 0x1000)
                                .number(3, 0x2000)
                                .number(5, 9)
                                .number(6, 10))
                .message(
                        4,
                        new ProtoBytes()
                                .number(1, 7)
                                .number(2, 40)
                                .number(3, 0x1010)
                                .message(4, new ProtoBytes().number(1, 100).number(2, 11))
                                .message(4, new ProtoBytes().number(1, 200).number(2, 22)))
                .message(4, new ProtoBytes().number(1, HUGE_ID).number(2, 40).number(3, 0x1020))
                .message(
                        4,
                        new ProtoBytes()
                                .number(1, 9)
                                .number(5, 1)
                                .message(4, new ProtoBytes().number(1, 200).number(2, 33)))
                .message(
                        5,
                        new ProtoBytes()
                                .number(1, 100)
                                .number(2, 11)
                                .number(3, 11)
                                .number(4, 13))
                .message(
                        5,
                        new ProtoBytes()
                                .number(1, 200)
                                .number(2, 12)
                                .number(3, 12)
                                .number(4, 13)
                                .number(5, 20))
                .append(strings())
                .number(9, 1_700_000_000_000_000_001L)
                .number(10, 5_000_000_000L)
                .message(11, new ProtoBytes().number(1, 3).number(2, 4))
                .number(12, 10)
                .packed(13, 14)
                .number(14, 1);
    }

    private static ProtoBytes strings() {
        var table = new ProtoBytes();
        for (var text : List.of(
                "",
                "samples",
                "count",
                "cpu",
                "nanoseconds",
                "tier",
                "gold",
                "size",
                "bytes",
                "/bin/shop",
                "abc123",
                "shop.inner",
                "shop.(*Store).Outer",
                "/src/shop.go",
                "a comment")) {
            table.text(6, text);
        }
        return table;
    }

    @Test
    void everyFieldOfASmallProfileIsRead() {
        var profile = Inputs.profile(small().toBytes());

        assertThat(profile.sampleTypes())
                .containsExactly(new SampleType("samples", "count"), new SampleType("cpu", "nanoseconds"));
        assertThat(profile.kind()).isEqualTo(ProfileKind.CPU);
        assertThat(profile.defaultSampleType()).isZero();
        assertThat(profile.sampleCount()).isEqualTo(1);
        assertThat(profile.value(0, 0)).isEqualTo(3);
        assertThat(profile.value(0, 1)).isEqualTo(-30);
        assertThat(profile.labels(0)).isEqualTo(Map.of("tier", List.of("gold")));
        assertThat(profile.numericLabels(0)).containsExactly(new NumericLabel("size", 4096, "bytes"));
        assertThat(profile.duration())
                .hasValueSatisfying(d -> assertThat(d.toSeconds()).isEqualTo(5));
        assertThat(profile.periodType()).contains(new SampleType("cpu", "nanoseconds"));
        assertThat(profile.period()).hasValue(10);
        assertThat(profile.header().comments()).containsExactly("a comment");
        assertThat(profile.origin().when())
                .hasValueSatisfying(when -> assertThat(when.at()).isEqualTo("2023-11-14T22:13:20.000000001Z"));
        assertThat(profile.origin().process().buildId()).contains("abc123");
    }

    @Test
    void stacksAreLeafFirstAndInlinedCallsComeFirst() {
        var profile = Inputs.profile(small().toBytes());

        assertThat(profile.depth(0)).isEqualTo(3);
        var locations = profile.locations();
        var leaf = locations.get(profile.location(0, 0));
        assertThat(leaf.frames())
                .extracting(frame -> frame.function().canonical())
                .containsExactly("shop.inner", "shop.(*Store).Outer");
        assertThat(leaf.frames().getFirst().inlined()).isTrue();
        assertThat(leaf.frames().getFirst().location().orElseThrow()).hasToString("/src/shop.go:11");
        assertThat(leaf.mapping()).contains("/bin/shop");
        var bare = locations.get(profile.location(0, 1));
        assertThat(bare.frames()).isEmpty();
        assertThat(bare.address()).isEqualTo(0x1020);
        assertThat(locations.get(profile.location(0, 2)).folded()).isTrue();
    }

    @Test
    void recordedCpuProfile() {
        var profile = Inputs.profile(Inputs.fixture("pprof/stock-cpu.pb.gz"));

        assertThat(profile.kind()).isEqualTo(ProfileKind.CPU);
        assertThat(profile.total(1)).isEqualTo(1_530_000_000L);
        assertThat(profile.period()).hasValue(10_000_000);
        assertThat(profile.code().functions())
                .extracting(function -> function.name())
                .contains("main.spin");
    }

    @Test
    void kindsOfRecordedProfiles() {
        assertThat(kind("stock-heap")).isEqualTo(ProfileKind.HEAP);
        assertThat(kind("stock-allocs")).isEqualTo(ProfileKind.HEAP);
        assertThat(kind("stock-mutex")).isEqualTo(ProfileKind.MUTEX);
        assertThat(kind("stock-block")).isEqualTo(ProfileKind.BLOCK);
        assertThat(kind("stock-goroutine")).isEqualTo(ProfileKind.GOROUTINE);
        assertThat(kind("stock-threadcreate")).isEqualTo(ProfileKind.THREAD_CREATE);
        assertThat(kind("stock-go1.27-goroutineleak")).isEqualTo(ProfileKind.GOROUTINE_LEAK);
    }

    private static ProfileKind kind(String name) {
        return Inputs.profile(Inputs.fixture("pprof/" + name + ".pb.gz")).kind();
    }

    @Test
    void plainGzipAndZstdAreTheSame() throws IOException {
        var zipped = Inputs.fixture("pprof/stock-heap.pb.gz");
        var plain = new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();

        for (var bytes : List.of(zipped, plain, Zstd.compress(plain))) {
            var profile = Inputs.profile(bytes);
            assertThat(profile.sampleCount()).isEqualTo(Inputs.profile(plain).sampleCount());
            assertThat(profile.total(3)).isEqualTo(Inputs.profile(plain).total(3));
        }
        assertThat(new PprofFormat().sniff(Arrays.copyOf(plain, 4096))).isEqualTo(Score.CERTAIN);
    }

    @Test
    void concatenatedProfilesAreSaidToBeSo() {
        var outcome = Inputs.pprof(small().append(small()).toBytes());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ParseOutcome.Malformed.class,
                        broken -> assertThat(broken.expected()).contains("several, one after the other"));
    }

    @Test
    void aCutProfileSaysWhatWasSalvaged() {
        var whole = small().toBytes();
        var outcome = Inputs.pprof(Arrays.copyOf(whole, whole.length - 60));

        assertThat(outcome).isInstanceOfSatisfying(ParseOutcome.Parsed.class, parsed -> {
            assertThat(parsed.gaps().getFirst().why())
                    .contains("ends in the middle", "1 samples before that were read");
            assertThat(parsed.evidence()).hasSize(1);
        });
    }

    @Test
    void referencesToNothingAreGapsAndFramesWithoutName() {
        var bytes = new ProtoBytes()
                .message(1, new ProtoBytes().number(1, 1).number(2, 2))
                .message(2, new ProtoBytes().packed(1, 5).packed(2, 8))
                .text(6, "")
                .text(6, "samples")
                .text(6, "count")
                .toBytes();
        var outcome = (ParseOutcome.Parsed) Inputs.pprof(bytes);

        assertThat(outcome.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.why()).startsWith("1 locations are referred to"));
        assertThat(Inputs.profile(bytes).locations().get(0).frames()).isEmpty();
    }

    @Test
    void samplesWithAWrongNumberOfValuesAreLeftOut() {
        var bytes = new ProtoBytes()
                .message(1, new ProtoBytes().number(1, 1).number(2, 2))
                .message(2, new ProtoBytes().packed(2, 8, 9))
                .message(2, new ProtoBytes().packed(2, 4))
                .text(6, "")
                .toBytes();

        assertThat(Inputs.profile(bytes).sampleCount()).isEqualTo(1);
        assertThat(((ParseOutcome.Parsed) Inputs.pprof(bytes)).gaps()).hasSize(1);
    }

    @Test
    void aLogThatBeginsWithAYearIsNoProfile() {
        String line =
                "2026-03-14T02:51:07.120000000Z stderr F gc 1 @0.004s 9%: 0.79+2.8+0.004 ms clock, 1.5+0.26/0/0 ms\n";

        assertThat(new PprofFormat().sniff(line.repeat(60).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Score.NO);
    }

    @Test
    void textsAndOtherFormatsAreNotClaimed() {
        for (var text :
                List.of("goroutine 1 [running]:\n", "heap profile: 1: 2 [3: 4] @ heap/8\n", "{\"a\": 1}\n", "")) {
            assertThat(new PprofFormat().sniff(text.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(Score.NO);
        }
    }
}
