package dev.whydunit.formats.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.evidence.log.LogClueKind;
import dev.whydunit.evidence.log.PoolStatistics;
import dev.whydunit.evidence.memory.ResidentMemory;
import dev.whydunit.formats.TextFormats;
import dev.whydunit.formats.reading.Inputs;
import org.junit.jupiter.api.Test;

final class LogLinesTest {
    private static Inputs.Read read(String text) {
        return Inputs.text(TextFormats.all().getFirst(), text);
    }

    @Test
    void equalWordingsWithOnePeerAreOneClue() {
        var clue = read("""
                2024/10/31 11:53:23 Get "http://orders:8080/x": context deadline exceeded
                2024/10/31 11:54:23 Get "http://user:pw@orders:8080/y": context deadline exceeded
                """).only(LogClue.class);

        assertThat(clue.kind()).isEqualTo(LogClueKind.DEADLINE_EXCEEDED);
        assertThat(clue.peer()).contains("orders:8080");
        assertThat(clue.count()).isEqualTo(2);
        assertThat(clue.first().orElseThrow()).hasToString("2024-10-31T11:53:23Z");
        assertThat(clue.last().orElseThrow()).hasToString("2024-10-31T11:54:23Z");
    }

    @Test
    void theFarEndOfAConnectionIsThePeer() {
        var clue = read("read tcp 10.0.0.2:40112->10.0.0.7:6379: i/o timeout\n").only(LogClue.class);

        assertThat(clue.peer()).contains("10.0.0.7:6379");
    }

    @Test
    void figuresOfPoolsAreRead() {
        var pool = read("""
                db in_use=10 idle=0 wait_count=532
                {MaxOpenConnections:10 OpenConnections:10 InUse:9 Idle:1 WaitCount:533 WaitDuration:1m2s}
                "in_use":8,"idle":2
                """).only(PoolStatistics.class);

        assertThat(pool.samples())
                .extracting(sample -> sample.inUse().orElse(-1))
                .containsExactly(10L, 9L, 8L);
        assertThat(pool.samples().get(1).max()).hasValue(10);
    }

    @Test
    void residentMemoryIsRead() {
        assertThat(read("VmRSS:\t  1024 kB\nheap ok rss=2MiB\n").all(ResidentMemory.class))
                .extracting(ResidentMemory::bytes)
                .containsExactly(1L << 20, 2L << 20);
    }

    @Test
    void quietLinesAreNoClues() {
        assertThat(read("listening on :8080\nrequest served in 3ms\n").evidence())
                .isEmpty();
    }
}
