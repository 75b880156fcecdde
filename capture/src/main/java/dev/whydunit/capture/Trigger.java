package dev.whydunit.capture;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a capture waits for: comparisons joined by `and` and `or`, where `and` binds closer:
/// `goroutines>10000 or rss>80%`.
public final class Trigger {
    private static final Pattern COMPARISON =
            Pattern.compile("\\s*(\\w+)\\s*(>=|<=|>|<)\\s*(\\d{1,15}(?:\\.\\d{1,6})?)\\s*(%|[KMGT]i?B?)?\\s*");
    private static final Set<String> NAMES = Set.of("goroutines", "rss", "heap");

    private final List<List<Comparison>> anyOfAll;

    private Trigger(List<List<Comparison>> anyOfAll) {
        this.anyOfAll = anyOfAll;
    }

    /// The figures of one moment; empty where the process does not tell.
    public interface Figures {
        /// The value of a name: a count, or bytes.
        OptionalDouble value(String name);

        /// What 100 % of a name are.
        OptionalDouble whole(String name);
    }

    private record Comparison(String name, String operator, double number, boolean percent) {
        boolean holds(Figures figures) {
            var value = figures.value(name);
            var whole = figures.whole(name);
            if (percent && whole.isEmpty()) {
                return false;
            }
            double bound = percent ? whole.getAsDouble() * number / 100 : number;
            return value.isPresent() && compare(value.getAsDouble(), bound);
        }

        /// Whether these figures can tell it at all.
        boolean isTold(Figures figures) {
            return figures.value(name).isPresent()
                    && (!percent || figures.whole(name).isPresent());
        }

        String untold() {
            return percent ? name + " in % (of GOMEMLIMIT)" : name;
        }

        private boolean compare(double value, double bound) {
            return switch (operator) {
                case ">" -> value > bound;
                case ">=" -> value >= bound;
                case "<" -> value < bound;
                default -> value <= bound;
            };
        }
    }

    /// @throws IllegalArgumentException with what to write instead
    public static Trigger parse(String text) {
        return new Trigger(Stream.of(text.split("(?i)\\bor\\b|\\|\\|"))
                .map(part -> Stream.of(part.split("(?i)\\band\\b|&&"))
                        .map(Trigger::comparison)
                        .toList())
                .toList());
    }

    private static Comparison comparison(String text) {
        var parts = COMPARISON.matcher(text);
        if (!parts.matches() || !NAMES.contains(parts.group(1))) {
            throw new IllegalArgumentException("'" + text.strip()
                    + "' is no condition: write it like 'goroutines>10000 or rss>80%' (goroutines, rss, heap)");
        }
        var unit = parts.group(4) == null ? "" : parts.group(4);
        boolean percent = unit.equals("%");
        double number = Double.parseDouble(parts.group(3)) * (percent ? 1 : bytes(unit));
        return new Comparison(parts.group(1), parts.group(2), number, percent);
    }

    private static double bytes(String unit) {
        if (unit.isEmpty()) {
            return 1;
        }
        int power = 1 + "KMGT".indexOf(unit.toUpperCase(Locale.ROOT).charAt(0));
        return Math.pow(1024, power);
    }

    /// Whether it is time.
    public boolean holds(Figures figures) {
        return anyOfAll.stream().anyMatch(all -> all.stream().allMatch(one -> one.holds(figures)));
    }

    /// The conditions that these figures cannot tell, as a person reads them: they never hold.
    List<String> untold(Figures figures) {
        return anyOfAll.stream()
                .flatMap(List::stream)
                .filter(one -> !one.isTold(figures))
                .map(Comparison::untold)
                .distinct()
                .sorted()
                .toList();
    }

    /// Whether some way remains in which it could hold, with what these figures tell.
    boolean canHold(Figures figures) {
        return anyOfAll.stream().anyMatch(all -> all.stream().allMatch(one -> one.isTold(figures)));
    }
}
