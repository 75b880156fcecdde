package dev.whydunit.capture;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/// The figures of a `/metrics` page that a trigger asks for, and the number of goroutines that was counted.
record MetricsPage(byte[] page, OptionalDouble goroutines) implements Trigger.Figures {

    @Override
    public OptionalDouble value(String name) {
        return switch (name) {
            case "goroutines" -> goroutines.isPresent() ? goroutines : metric("go_goroutines");
            case "rss" -> metric("process_resident_memory_bytes");
            case "heap" -> metric("go_memstats_heap_inuse_bytes");
            default -> OptionalDouble.empty();
        };
    }

    @Override
    public OptionalDouble whole(String name) {
        // Without GOMEMLIMIT the metric is the largest int64: no share of it means anything.
        var limit = metric("go_gc_gomemlimit_bytes");
        return name.equals("goroutines") || limit.orElse(Double.MAX_VALUE) > 1e18 ? OptionalDouble.empty() : limit;
    }

    private OptionalDouble metric(String name) {
        return new String(page, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .flatMapToDouble(line -> number(line.substring(name.length() + 1)).stream())
                .findFirst();
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text.strip()));
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }
}
