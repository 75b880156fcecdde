package dev.whydunit.bench;

import dev.whydunit.formats.EvidenceReader;
import dev.whydunit.formats.Limits;
import dev.whydunit.formats.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One file from its path to typed facts: the way of `diagnose` up to where the detectors begin, opening and
/// recognising included. Run it at the root of the repository, where the recordings are found.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParserBenchmark {
    private static final Path RECORDINGS = Path.of("formats/src/test/fixtures");

    /// A recording of each kind.
    public enum Recording {
        GOROUTINE_DUMP("goroutine/shop/go1.26.8-dump.txt"),
        CRASH("goroutine/shop/go1.26.8-quit-crash.txt"),
        GC_TRACE("godebug/stock-go1.26.log"),
        CPU_PROFILE("pprof/stock-cpu.pb.gz"),
        HEAP_TEXT("profile-text/stock-heap.txt");

        private final Path file;

        Recording(String file) {
            this.file = RECORDINGS.resolve(file);
        }
    }

    @Param
    private Recording recording = Recording.GOROUTINE_DUMP;

    @Setup
    public void findsRecording() {
        if (!Files.isReadable(recording.file)) {
            throw new IllegalStateException(recording.file + " is not there: run this at the root of the repository");
        }
    }

    @Benchmark
    public Reading read() {
        return new EvidenceReader().read(List.of(recording.file), Limits.standard(), () -> false);
    }
}
