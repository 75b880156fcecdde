package dev.whydunit.formats.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.formats.ParseOutcome;
import dev.whydunit.formats.reading.Inputs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damage ends in an outcome, never in an exception, and what is read can be walked over.
class DamagedProfilesTest {
    private static final int FLIPS = 3_000;
    private static final long SEED = 20_26;

    @ParameterizedTest
    @ValueSource(strings = {"stock-block", "stock-goroutine", "stock-threadcreate"})
    void truncatedAtEveryByte(String name) throws IOException {
        var zipped = Inputs.fixture("pprof/" + name + ".pb.gz");
        var plain = plain(zipped);
        for (int length = 0; length < plain.length; length++) {
            walk(Inputs.pprof(Arrays.copyOf(plain, length)));
        }
        for (int length = 0; length < zipped.length; length++) {
            walk(ProfileReader.read("cut", Arrays.copyOf(zipped, length), Inputs.LIMITS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock-heap", "stock-cpu", "stock-mutex"})
    void flippedBits(String name) throws IOException {
        var plain = plain(Inputs.fixture("pprof/" + name + ".pb.gz"));
        var random = new Random(SEED);
        for (int i = 0; i < FLIPS; i++) {
            var damaged = plain.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            walk(Inputs.pprof(damaged));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock-block.txt", "stock-goroutine.txt", "stock-threadcreate.txt"})
    void textsTruncatedAtEveryByte(String name) {
        var text = Inputs.fixture("profile-text/" + name);
        for (int length = 0; length < text.length; length++) {
            walk(ProfileReader.read("cut", Arrays.copyOf(text, length), Inputs.LIMITS));
        }
    }

    @Test
    void lengthsThatLieCostNothing() {
        var lie = new ProtoBytes()
                .message(1, new ProtoBytes().number(1, 1).number(2, 2))
                .varint(6 << 3 | 2)
                .varint(Long.MAX_VALUE)
                .toBytes();

        assertThat(Inputs.pprof(lie))
                .isInstanceOfSatisfying(
                        ParseOutcome.Parsed.class,
                        parsed -> assertThat(parsed.gaps()).hasSize(1));
    }

    @Test
    void numbersBeyondALongAreHeld() {
        var header =
                "heap profile: 1: 2 [3: 4] @ heap/9223372036854775807\n1: 9223372036854775807 [1: 99] @ 0xffffffffffffffffff\n";
        walk(ProfileReader.read("odd", header.getBytes(StandardCharsets.UTF_8), Inputs.LIMITS));
    }

    private static byte[] plain(byte[] zipped) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
    }

    private static void walk(ParseOutcome outcome) {
        List<?> evidence = switch (outcome) {
            case ParseOutcome.Parsed parsed -> parsed.evidence();
            case ParseOutcome.Malformed broken -> broken.salvaged();
            case ParseOutcome.Unrecognized _ -> List.of();
        };
        for (var piece : evidence) {
            if (piece instanceof Profile profile) {
                walk(profile);
            }
        }
    }

    private static void walk(Profile profile) {
        var locations = profile.locations();
        for (int sample = 0; sample < profile.sampleCount(); sample++) {
            profile.labels(sample);
            profile.numericLabels(sample);
            for (int depth = 0; depth < profile.depth(sample); depth++) {
                assertThat(locations.get(profile.location(sample, depth))).isNotNull();
            }
        }
    }
}
