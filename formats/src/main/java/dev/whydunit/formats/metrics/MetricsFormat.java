package dev.whydunit.formats.metrics;

import dev.whydunit.formats.Line;
import dev.whydunit.formats.Score;
import dev.whydunit.formats.Section;
import dev.whydunit.formats.SectionContext;
import dev.whydunit.formats.TextFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A page of metrics:
///
/// ```
/// # HELP go_memstats_heap_inuse_bytes Number of heap bytes that are in use.
/// # TYPE go_memstats_heap_inuse_bytes gauge
/// go_memstats_heap_inuse_bytes 1.7801216e+07
/// go_sql_in_use_connections{db_name="orders"} 10
/// ```
public final class MetricsFormat implements TextFormat {
    private static final List<byte[]> TITLES = List.of(ascii("# HELP "), ascii("# TYPE "));
    private static final List<byte[]> NAMES = List.of(
            ascii("go_memstats_"),
            ascii("go_gc_"),
            ascii("go_goroutines "),
            ascii("go_threads "),
            ascii("go_info{"),
            ascii("go_sql_"),
            ascii("process_resident_memory_bytes "));

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public boolean mayBeginWith(int firstByte) {
        return firstByte == '#' || firstByte == 'g' || firstByte == 'p';
    }

    @Override
    public Score sniff(Line line) {
        if (NAMES.stream().anyMatch(line::startsWith)) {
            return Score.CERTAIN;
        }
        return TITLES.stream().anyMatch(line::startsWith) ? Score.LIKELY : Score.NO;
    }

    @Override
    public Section open(SectionContext context) {
        return new MetricsSection(context);
    }
}
