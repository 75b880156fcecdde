package dev.whydunit.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.Origin;
import dev.whydunit.formats.input.Unpacking.Unpacked;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ContentReaderTest {
    /// Stands for a format with a bug.
    private record Breaking(String path) implements Content {
        @Override
        public Origin origin() {
            return Origin.UNKNOWN;
        }

        @Override
        public long size() {
            return 9;
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public InputStream open() {
            throw new IllegalStateException("no such state");
        }
    }

    @Test
    void aBugInOneFormatIsAGapOfThatContent() {
        var read = new ContentReader(Limits.standard(), () -> false)
                .read(List.of(new Unpacked(new Breaking("a.txt"), List.of())));

        assertThat(read.getFirst().report().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.at().path()).isEqualTo("a.txt");
            assertThat(gap.why()).contains("fault of this program", "no such state");
        });
    }
}
