package dev.whydunit.formats.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whydunit.evidence.goroutine.GoroutineProfile;
import dev.whydunit.evidence.goroutine.GoroutineProfile.Kind;
import dev.whydunit.evidence.memory.MemoryStatistics;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.profile.ProfileKind;
import dev.whydunit.evidence.profile.SampleType;
import dev.whydunit.formats.reading.Inputs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextProfilesTest {
    @Test
    void recordedHeapWithItsMemStats() {
        var read = Inputs.text(new HeapTextFormat(), Inputs.fixture("profile-text/stock-heap.txt"));
        var profile = read.only(Profile.class);

        assertThat(profile.kind()).isEqualTo(ProfileKind.HEAP);
        assertThat(profile.period()).hasValue(65_536);
        assertThat(profile.indexOf("inuse_space")).isEqualTo(3);
        assertThat(profile.code().functions())
                .extracting(f -> f.name())
                .contains("main.work", "compress/flate.newDeflateFast");
        assertThat(read.gaps()).isEmpty();
        var memStats = read.only(MemoryStatistics.class);
        assertThat(memStats.values())
                .containsKeys("HeapInuse", "StackInuse", "StackSys", "NumGC", "MaxRSS", "MaxPauseNs");
    }

    @Test
    void heapSamplesStandForThoseThatWereNotSampled() {
        var read = Inputs.text(new HeapTextFormat(), """
                heap profile: 4: 4096 [8: 8192] @ heap/2048
                4: 4096 [8: 8192] @ 0x11 0x22
                """);
        var profile = read.only(Profile.class);

        assertThat(profile.sampleTypes())
                .extracting(SampleType::type)
                .containsExactly("alloc_objects", "alloc_space", "inuse_objects", "inuse_space");
        // Blocks of 1024 bytes, a mean of 1024 bytes between samples: each stands for 1 / (1 - 1/e).
        assertThat((double) profile.value(0, 3)).isCloseTo(4096 / (1 - Math.exp(-1)), within(1.0));
        assertThat(profile.code().address(profile.location(0, 0))).isEqualTo(0x10);
    }

    @Test
    void growthProfileIsNotScaled() {
        var profile = Inputs.text(new HeapTextFormat(), """
                        heap profile: 2: 20 [2: 20] @ growthz
                        2: 20 [2: 20] @ 0x11
                        """).only(Profile.class);

        assertThat(profile.sampleTypes()).extracting(SampleType::type).containsExactly("objects", "space");
        assertThat(profile.value(0, 1)).isEqualTo(20);
    }

    @Test
    void recordedMutexAndBlock() {
        var mutex = Inputs.text(new ContentionTextFormat(), Inputs.fixture("profile-text/stock-mutex.txt"))
                .only(Profile.class);
        var block = Inputs.text(new ContentionTextFormat(), Inputs.fixture("profile-text/stock-block.txt"))
                .only(Profile.class);

        assertThat(mutex.kind()).isEqualTo(ProfileKind.MUTEX);
        assertThat(block.kind()).isEqualTo(ProfileKind.BLOCK);
        assertThat(block.value(0, 0)).isEqualTo(318);
        // 6220378209 cycles at 2445403684 a second.
        assertThat(block.value(0, 1)).isCloseTo(2_543_701_987L, within(1L));
    }

    @Test
    void recordedGoroutinesWithLabels() {
        var profile = Inputs.text(new CountTextFormat(), Inputs.fixture("profile-text/stock-goroutine.txt"))
                .only(GoroutineProfile.class);

        assertThat(profile.kind()).isEqualTo(Kind.GOROUTINE);
        assertThat(profile.whole()).isTrue();
        assertThat(profile.groups().getFirst().count()).isEqualTo(5);
        assertThat(profile.groups().getFirst().frames().getFirst().function()).hasToString("main.main.func1");
        assertThat(profile.groups())
                .anySatisfy(group -> assertThat(group.labels()).isEqualTo(Map.of("tier", "x", "worker", "a b")));
        assertThat(profile.groups().stream().mapToLong(group -> group.count()).sum())
                .isEqualTo(profile.total());
    }

    @Test
    void recordedLeakedGoroutines() {
        var profile = Inputs.text(new CountTextFormat(), Inputs.fixture("profile-text/stock-go1.27-goroutineleak.txt"))
                .only(GoroutineProfile.class);

        assertThat(profile.kind()).isEqualTo(Kind.GOROUTINE_LEAK);
        assertThat(profile.total()).isEqualTo(6);
        assertThat(profile.groups()).hasSize(2);
    }

    @Test
    void aCutGoroutineProfileIsNotWhole() {
        var read = Inputs.text(new CountTextFormat(), """
                goroutine profile: total 12
                5 @ 0x11 0x12
                #\t0x10\tmain.f+0x1\t/src/main.go:3
                """);

        assertThat(read.only(GoroutineProfile.class).whole()).isFalse();
        assertThat(read.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.why()).contains("says 12 and shows 5"));
    }

    @Test
    void aProgramsOwnCountsAreAProfile() {
        var profile = Inputs.text(new CountTextFormat(), """
                        open-files profile: total 3
                        2 @ 0x11 0x22
                        1 @ 0x11

                        --- Memory map: ---
                        00000010-00000030 r-xp 00000000 08:01 1049 /usr/bin/server
                        """).only(Profile.class);

        assertThat(profile.kind()).isEqualTo(ProfileKind.OTHER);
        assertThat(profile.total(0)).isEqualTo(3);
        assertThat(profile.code().mappings().getFirst().file()).isEqualTo("/usr/bin/server");
    }

    @Test
    void threadsWithTheSameStackAreCountedTogether() {
        var profile = Inputs.text(new ThreadzTextFormat(), """
                        --- threadz 1 ---

                        --- Thread 7f94 (name: main/14748) stack: ---
                          PC: 0x40bce9 main
                          0x48bce9 0x491201
                        --- Thread 7f95 (name: thread1/14749) stack: ---
                          [same as previous thread]
                        --- Memory map: ---
                        00400000-00fcb000: /usr/bin/server
                        """).only(Profile.class);

        assertThat(profile.sampleCount()).isEqualTo(1);
        assertThat(profile.value(0, 0)).isEqualTo(2);
        assertThat(profile.depth(0)).isEqualTo(3);
        assertThat(profile.code().address(profile.location(0, 0))).isEqualTo(0x40bce9);
        assertThat(profile.code().address(profile.location(0, 1))).isEqualTo(0x48bce8);
    }

    @Test
    void contentionzOfOlderPrograms() {
        var profile = Inputs.text(new ContentionTextFormat(), """
                        --- contentionz 1 ---
                        cycles/second = 1000000000
                        sampling period = 100
                        ms since reset = 16502830
                        discarded samples = 0
                          19490304 27 @ 0xbccc97 0xc61202
                        """).only(Profile.class);

        assertThat(profile.value(0, 0)).isEqualTo(2_700);
        assertThat(profile.value(0, 1)).isEqualTo(1_949_030_400L);
        assertThat(profile.header().durationNanos()).isEqualTo(16_502_830_000_000L);
    }
}
