package dev.whydunit.report.profile;

import dev.whydunit.evidence.profile.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A [Top] as text, byte for byte as `go tool pprof -top` prints it.
///
/// Source: `google/pprof internal/report` (`printText`, `reportLabels`, `ProfileLabels`).
public final class TopText {
    private static final int VALUE_WIDTH = 10;
    private static final long NANOS = 1_000_000_000L;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    private final Profile profile;
    private final Top top;
    private final ZoneId zone;
    private final String unit;

    /// @param zone of the time in the header
    public TopText(Profile profile, Top top, ZoneId zone) {
        this.profile = profile;
        this.top = top;
        this.zone = zone;
        this.unit = commonUnit();
    }

    /// The whole text, header and table.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        header(lines);
        summary(lines);
        lines.add("      flat  flat%   sum%        cum   cum%");
        long sum = 0;
        for (var row : top.rows()) {
            sum += row.flat();
            lines.add(row(row, sum));
        }
        return List.copyOf(lines);
    }

    private String row(Top.Row row, long sum) {
        var inlining = switch (row.inlining()) {
            case NEVER -> "";
            case PARTLY -> " (partial-inline)";
            case ALWAYS -> " (inline)";
        };
        return Units.padLeft(value(row.flat()), VALUE_WIDTH)
                + " " + Units.percentage(row.flat(), top.total())
                + " " + Units.percentage(sum, top.total())
                + " " + Units.padLeft(value(row.cum()), VALUE_WIDTH)
                + " " + Units.percentage(row.cum(), top.total())
                + "  " + row.name() + inlining;
    }

    private void header(List<String> lines) {
        profile.code().mappings().stream().findFirst().ifPresent(main -> {
            if (!main.file().isEmpty()) {
                lines.add("File: " + FunctionGraph.baseName(main.file()));
            }
            if (!main.buildId().isEmpty()) {
                lines.add("Build ID: " + main.buildId());
            }
        });
        var header = profile.header();
        header.comments().stream().filter(comment -> !comment.startsWith("#")).forEach(lines::add);
        if (!top.sampleType().type().isEmpty()) {
            lines.add("Type: " + top.sampleType().type());
        }
        if (!header.documentation().isEmpty()) {
            lines.add("Doc: " + header.documentation());
        }
        if (header.timeNanos() != 0) {
            var taken = Instant.ofEpochSecond(
                    Math.floorDiv(header.timeNanos(), NANOS), Math.floorMod(header.timeNanos(), NANOS));
            lines.add("Time: " + TIME.format(taken.atZone(zone)));
        }
        if (header.durationNanos() != 0) {
            lines.add("Duration: " + Units.label(header.durationNanos(), "nanoseconds", "auto") + ", Total samples = "
                    + value(top.total()) + " " + shareOfDuration(header.durationNanos()));
        }
    }

    private String shareOfDuration(long durationNanos) {
        var nanos = Units.scale(top.total(), top.sampleType().unit(), "nanoseconds");
        return nanos.unit().equals("ns") && nanos.value() != 0
                ? "(" + Units.percentage((long) nanos.value(), durationNanos) + ")"
                : "";
    }

    private void summary(List<String> lines) {
        lines.add("Showing nodes accounting for " + value(top.shown()) + ", "
                + Units.percentage(top.shown(), top.total()).strip() + " of " + value(top.total()) + " total");
        if (top.total() == 0) {
            return;
        }
        if (top.dropped() > 0) {
            lines.add("Dropped " + top.dropped() + (top.dropped() > 1 ? " nodes" : " node") + " (cum <= "
                    + value(top.cutoff()) + ")");
        }
        if (!top.rows().isEmpty() && top.rows().size() < top.candidates()) {
            lines.add("Showing top " + top.rows().size() + " nodes out of " + top.candidates());
        }
    }

    private String value(long value) {
        return Units.label(value, top.sampleType().unit(), unit);
    }

    /// One unit for all values: that of the smallest, or a larger one where the range is wide.
    private String commonUnit() {
        var from = top.sampleType().unit();
        if (top.rows().isEmpty()) {
            return Units.MINIMUM;
        }
        long smallest = 0;
        for (var row : top.rows()) {
            long value = row.flat() != 0 ? Math.abs(row.flat()) : Math.abs(row.cum());
            if (value > 0 && (smallest == 0 || value < smallest)) {
                smallest = value;
            }
        }
        long largest = top.total();
        if (smallest == 0) {
            smallest = largest;
        }
        var unitOfSmallest = Units.scale(smallest, from, Units.MINIMUM).unit();
        var chosen = unitOfSmallest;
        if (!unitOfSmallest.equals(Units.scale(largest, from, Units.MINIMUM).unit()) && smallest * 100 < largest) {
            chosen = Units.scale(100 * smallest, from, Units.MINIMUM).unit();
        }
        return chosen.isEmpty() ? from : chosen;
    }
}
