package dev.whydunit.formats.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.formats.ParseOutcome;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.reading.Inputs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GperftoolsCpuFormatTest {
    private static final String MAP = "00400000-00500000 r-xp 00000000 08:01 1049 /usr/bin/server\n";

    /// 0x400777 is what the signal handler leaves behind each leaf.
    private static final long[] WORDS = {
        0, 3, 0, 10_000, 0, //
        5, 4, 0x400100, 0x400777, 0x400200, 0x400300, //
        2, 3, 0x400150, 0x400777, 0x400300, //
        0, 1, 0
    };

    private static byte[] bytes(int size, boolean bigEndian) {
        var buffer = ByteBuffer.allocate(WORDS.length * size + MAP.length())
                .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (long word : WORDS) {
            if (size == Long.BYTES) {
                buffer.putLong(word);
            } else {
                buffer.putInt((int) word);
            }
        }
        return buffer.put(MAP.getBytes(StandardCharsets.US_ASCII)).array();
    }

    @ParameterizedTest
    @CsvSource({"4,false", "4,true", "8,false", "8,true"})
    void stacksMapAndPeriodAreRead(int size, boolean bigEndian) {
        var bytes = bytes(size, bigEndian);
        assertThat(new GperftoolsCpuFormat().sniff(bytes)).isEqualTo(Score.CERTAIN);

        var outcome = (ParseOutcome.Parsed) ProfileReader.read("prof", bytes, Inputs.LIMITS);
        var profile = (Profile) outcome.evidence().getFirst();

        assertThat(outcome.gaps()).isEmpty();
        assertThat(profile.total(0)).isEqualTo(7);
        assertThat(profile.total(1)).isEqualTo(70_000_000);
        assertThat(profile.depth(0)).isEqualTo(3);
        assertThat(profile.code().address(profile.location(0, 1))).isEqualTo(0x4001ff);
        assertThat(profile.locations().getFirst().mapping()).contains("/usr/bin/server");
    }

    @ParameterizedTest
    @CsvSource({"4", "8"})
    void truncatedAtEveryByte(int size) {
        var bytes = bytes(size, false);
        for (int length = 5 * size; length < WORDS.length * size; length++) {
            var outcome = ProfileReader.read("prof", Arrays.copyOf(bytes, length), Inputs.LIMITS);
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            ParseOutcome.Parsed.class,
                            parsed -> assertThat(parsed.gaps()).hasSize(1));
        }
    }
}
