package dev.whydunit.formats.metrics;

import java.util.Map;

/// What the metrics of the Go client libraries are called in Go itself.
///
/// Source: `prometheus/client_golang` (`collectors.NewGoCollector`, `NewProcessCollector`, `NewDBStatsCollector`) and
/// `dlmiddlecote/sqlstats`.
final class MetricNames {
    static final String RESIDENT_MEMORY = "process_resident_memory_bytes";
    static final String GO_INFO = "go_info";

    /// Seconds since 1970, which `runtime.MemStats` has in nanoseconds.
    static final String LAST_GC = "go_memstats_last_gc_time_seconds";

    static final Map<String, String> MEMORY = Map.ofEntries(
            Map.entry("go_memstats_alloc_bytes", "Alloc"),
            Map.entry("go_memstats_alloc_bytes_total", "TotalAlloc"),
            Map.entry("go_memstats_sys_bytes", "Sys"),
            Map.entry("go_memstats_lookups_total", "Lookups"),
            Map.entry("go_memstats_mallocs_total", "Mallocs"),
            Map.entry("go_memstats_frees_total", "Frees"),
            Map.entry("go_memstats_heap_alloc_bytes", "HeapAlloc"),
            Map.entry("go_memstats_heap_sys_bytes", "HeapSys"),
            Map.entry("go_memstats_heap_idle_bytes", "HeapIdle"),
            Map.entry("go_memstats_heap_inuse_bytes", "HeapInuse"),
            Map.entry("go_memstats_heap_released_bytes", "HeapReleased"),
            Map.entry("go_memstats_heap_objects", "HeapObjects"),
            Map.entry("go_memstats_stack_inuse_bytes", "StackInuse"),
            Map.entry("go_memstats_stack_sys_bytes", "StackSys"),
            Map.entry("go_memstats_mspan_inuse_bytes", "MSpanInuse"),
            Map.entry("go_memstats_mspan_sys_bytes", "MSpanSys"),
            Map.entry("go_memstats_mcache_inuse_bytes", "MCacheInuse"),
            Map.entry("go_memstats_mcache_sys_bytes", "MCacheSys"),
            Map.entry("go_memstats_buck_hash_sys_bytes", "BuckHashSys"),
            Map.entry("go_memstats_gc_sys_bytes", "GCSys"),
            Map.entry("go_memstats_other_sys_bytes", "OtherSys"),
            Map.entry("go_memstats_next_gc_bytes", "NextGC"),
            Map.entry(LAST_GC, "LastGC"),
            Map.entry("go_memstats_gc_cpu_fraction", "GCCPUFraction"),
            Map.entry("go_gc_duration_seconds_count", "NumGC"),
            Map.entry("go_gc_gomemlimit_bytes", "GOMEMLIMIT"),
            Map.entry("go_gc_gogc_percent", "GOGC"),
            Map.entry("go_sched_gomaxprocs_threads", "GOMAXPROCS"),
            Map.entry("go_goroutines", "NumGoroutine"),
            Map.entry("go_threads", "NumThread"));

    /// Figures of a database pool.
    enum PoolFigure {
        MAX,
        OPEN,
        IN_USE,
        IDLE,
        WAIT_COUNT,
        WAIT_SECONDS
    }

    static final Map<String, PoolFigure> POOL = Map.ofEntries(
            Map.entry("go_sql_max_open_connections", PoolFigure.MAX),
            Map.entry("go_sql_open_connections", PoolFigure.OPEN),
            Map.entry("go_sql_in_use_connections", PoolFigure.IN_USE),
            Map.entry("go_sql_idle_connections", PoolFigure.IDLE),
            Map.entry("go_sql_wait_count_total", PoolFigure.WAIT_COUNT),
            Map.entry("go_sql_wait_duration_seconds_total", PoolFigure.WAIT_SECONDS),
            Map.entry("go_sql_stats_connections_max_open", PoolFigure.MAX),
            Map.entry("go_sql_stats_connections_open", PoolFigure.OPEN),
            Map.entry("go_sql_stats_connections_in_use", PoolFigure.IN_USE),
            Map.entry("go_sql_stats_connections_idle", PoolFigure.IDLE),
            Map.entry("go_sql_stats_connections_waited_for", PoolFigure.WAIT_COUNT),
            Map.entry("go_sql_stats_connections_blocked_seconds", PoolFigure.WAIT_SECONDS));

    private MetricNames() {}
}
