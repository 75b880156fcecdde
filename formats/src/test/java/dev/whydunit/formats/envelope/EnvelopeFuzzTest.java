package dev.whydunit.formats.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.formats.EvidenceSink;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.TextFormats;
import dev.whydunit.formats.reading.Inputs;

/// No bytes make the envelopes or the fields of JSON lines throw.
final class EnvelopeFuzzTest {
    private static final EvidenceSink DEAF = new EvidenceSink() {
        @Override
        public void evidence(Evidence piece) {
            assertThat(piece.cite().path()).isEqualTo("input");
        }

        @Override
        public void gap(Gap gap) {
            assertThat(gap.why()).isNotBlank();
        }
    };

    @FuzzTest(maxDuration = "10m")
    void anyText(byte[] bytes) {
        new EnvelopedText(TextFormats.all(), Limits.standard()).read(Inputs.content(bytes), DEAF);
    }

    @FuzzTest(maxDuration = "10m")
    void anyFields(byte[] bytes) {
        assertThat(JsonFields.of(bytes, 0, bytes.length)).doesNotContainNull();
    }
}
