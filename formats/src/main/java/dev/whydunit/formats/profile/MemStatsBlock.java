package dev.whydunit.formats.profile;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.memory.MemoryStatistics;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.SectionContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The block that ends a `debug=1` heap profile:
///
/// ```
/// # runtime.MemStats
/// # Alloc = 7835768
/// # Stack = 491520 / 491520
/// # PauseNs = [833734 83788 0]
/// # MaxRSS = 26972160
/// ```
///
/// Source: `runtime/pprof/pprof.go` (`writeHeapInternal`).
final class MemStatsBlock {
    private static final byte[] TITLE = "# runtime.MemStats".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_FIELDS = 100;

    private final SectionContext context;
    private final Map<String, Double> values = new HashMap<>();
    private Optional<Cite> first = Optional.empty();
    private long end;
    private boolean complete;

    MemStatsBlock(SectionContext context) {
        this.context = context;
    }

    /// Takes a line of the block.
    boolean take(Line line) {
        if (first.isEmpty()) {
            if (line.startsWith(TITLE)) {
                first = Optional.of(line.cite(context.path()));
                end = line.placeTo();
                return true;
            }
            return false;
        }
        if (complete || line.at(0) != '#' || line.at(1) != ' ') {
            complete = true;
            return false;
        }
        field(line.text(2, line.length()));
        end = line.placeTo();
        return true;
    }

    private void field(String text) {
        int equals = text.indexOf(" = ");
        if (equals <= 0 || values.size() >= MOST_FIELDS) {
            return;
        }
        var name = text.substring(0, equals);
        var value = text.substring(equals + 3).strip();
        int slash = value.indexOf(" / ");
        if (slash > 0) {
            put(name + "Inuse", value.substring(0, slash));
            put(name + "Sys", value.substring(slash + 3));
        } else if (value.startsWith("[")) {
            if (name.equals("PauseNs")) {
                largest(value).ifPresent(pause -> values.put("MaxPauseNs", pause));
            }
        } else {
            put(name, value);
        }
    }

    private void put(String name, String value) {
        number(value).ifPresent(number -> values.put(name, number));
    }

    private static Optional<Double> largest(String list) {
        return Arrays.stream(list.replace("[", "").replace("]", "").split(" "))
                .flatMap(number -> number(number).stream())
                .max(Double::compare);
    }

    private static Optional<Double> number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Whether the block has ended: a heap profile ends with it.
    boolean isComplete() {
        return complete;
    }

    Optional<MemoryStatistics> statistics() {
        return values.isEmpty()
                ? Optional.empty()
                : first.map(cite -> new MemoryStatistics(
                        context.origin(),
                        new Cite(cite.path(), cite.line(), cite.from(), Math.max(cite.to(), end)),
                        values));
    }
}
