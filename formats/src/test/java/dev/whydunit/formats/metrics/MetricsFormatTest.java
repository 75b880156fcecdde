package dev.whydunit.formats.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.log.PoolStatistics;
import dev.whydunit.evidence.memory.MemoryStatistics;
import dev.whydunit.evidence.memory.ResidentMemory;
import dev.whydunit.formats.reading.Inputs;
import org.junit.jupiter.api.Test;

class MetricsFormatTest {
    private static final String PAGE = """
            # HELP go_gc_duration_seconds A summary of the wall-time pause duration in garbage collection cycles.
            # TYPE go_gc_duration_seconds summary
            go_gc_duration_seconds{quantile="0"} 1.7e-05
            go_gc_duration_seconds_count 45
            # HELP go_goroutines Number of goroutines that currently exist.
            # TYPE go_goroutines gauge
            go_goroutines 812
            go_info{version="go1.22.1"} 1
            go_memstats_heap_inuse_bytes 1.7801216e+07
            go_memstats_last_gc_time_seconds 1.7e+09
            go_memstats_stack_inuse_bytes 491520
            go_sql_idle_connections{db_name="orders"} 0
            go_sql_in_use_connections{db_name="orders"} 10
            go_sql_max_open_connections{db_name="orders"} 10
            go_sql_wait_count_total{db_name="orders"} 532
            go_sql_wait_duration_seconds_total{db_name="orders"} 12.5
            http_requests_total{path="/a b}\\"c",code="200"} 17 1700000000000
            process_resident_memory_bytes 4.3e+07
            """;

    @Test
    void memoryOfTheProcess() {
        var read = Inputs.text(new MetricsFormat(), PAGE);
        var memory = read.only(MemoryStatistics.class);

        assertThat(memory.value("HeapInuse")).hasValue(17_801_216);
        assertThat(memory.value("StackInuse")).hasValue(491_520);
        assertThat(memory.value("NumGC")).hasValue(45);
        assertThat(memory.value("NumGoroutine")).hasValue(812);
        assertThat(memory.value("LastGC")).hasValue(1.7e18);
        assertThat(memory.origin().process().goVersion()).contains("go1.22.1");
        assertThat(read.only(ResidentMemory.class).bytes()).isEqualTo(43_000_000);
    }

    @Test
    void poolOfADatabase() {
        var pool = Inputs.text(new MetricsFormat(), PAGE).only(PoolStatistics.class);
        var sample = pool.samples().getFirst();

        assertThat(pool.pool()).isEqualTo("orders");
        assertThat(sample.max()).hasValue(10);
        assertThat(sample.inUse()).hasValue(10);
        assertThat(sample.idle()).hasValue(0);
        assertThat(sample.open()).isEmpty();
        assertThat(sample.waitCount()).hasValue(532);
        assertThat(sample.waitMillis()).hasValue(12_500);
    }

    @Test
    void aLineOfAnotherShapeEndsThePage() {
        var read = Inputs.text(new MetricsFormat(), "go_goroutines 3\nserver started on port 80\ngo_goroutines 4\n");

        assertThat(read.all(MemoryStatistics.class))
                .extracting(memory -> memory.value("NumGoroutine").orElse(0))
                .containsExactly(3.0, 4.0);
    }
}
