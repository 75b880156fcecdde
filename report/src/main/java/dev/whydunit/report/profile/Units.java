package dev.whydunit.report.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Values with their units, as pprof prints them: `512.05kB`, `1.20s`, `7`.
///
/// Source of units and rounding: `google/pprof internal/measurement`; of the number formats: Go's `fmt`, which rounds
/// the exact binary value half to even.
final class Units {
    /// The smallest unit that keeps the value at or above one.
    static final String MINIMUM = "minimum";

    private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("0.0001");
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);
    private static final Set<String> NOT_SHOWN = Set.of("count", "sample", "unit", MINIMUM, "auto");

    private record Unit(String name, Set<String> aliases, double factor) {}

    /// Units that convert into one another.
    private record Family(List<Unit> units, Unit usual) {
        Optional<Unit> find(String spelled) {
            var plain = spelled.toLowerCase(Locale.ROOT);
            if (plain.getBytes(StandardCharsets.UTF_8).length > 2 && plain.endsWith("s")) {
                plain = plain.substring(0, plain.length() - 1);
            }
            var alias = plain;
            return units.stream().filter(unit -> unit.aliases().contains(alias)).findFirst();
        }

        Scaled best(double value) {
            var best = Optional.<Unit>empty();
            for (var unit : units) {
                if (unit.factor() >= best.map(Unit::factor).orElse(0.0) && value / unit.factor() >= 1) {
                    best = Optional.of(unit);
                }
            }
            var unit = best.orElse(usual);
            return new Scaled(value / unit.factor(), unit.name());
        }
    }

    private static final double KIB = 1024;
    private static final double MICRO = 1e3;
    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;
    private static final double HOUR = 3600 * SECOND;

    private static final Unit BYTE = new Unit("B", Set.of("b", "byte"), 1);
    private static final Unit GCU = new Unit("GCU", Set.of("gcu"), 1);
    private static final List<Family> FAMILIES = List.of(
            new Family(
                    List.of(
                            BYTE,
                            new Unit("kB", Set.of("kb", "kbyte", "kilobyte"), KIB),
                            new Unit("MB", Set.of("mb", "mbyte", "megabyte"), KIB * KIB),
                            new Unit("GB", Set.of("gb", "gbyte", "gigabyte"), KIB * KIB * KIB),
                            new Unit("TB", Set.of("tb", "tbyte", "terabyte"), KIB * KIB * KIB * KIB),
                            new Unit("PB", Set.of("pb", "pbyte", "petabyte"), KIB * KIB * KIB * KIB * KIB)),
                    BYTE),
            new Family(
                    List.of(
                            new Unit("ns", Set.of("ns", "nanosecond"), 1),
                            new Unit("us", Set.of("μs", "us", "microsecond"), MICRO),
                            new Unit("ms", Set.of("ms", "millisecond"), MILLI),
                            new Unit("s", Set.of("s", "sec", "second"), SECOND),
                            new Unit("hrs", Set.of("hour", "hr"), HOUR)),
                    new Unit("s", Set.of(), SECOND)),
            new Family(
                    List.of(
                            new Unit("n*GCU", Set.of("nanogcu"), 1e-9),
                            new Unit("u*GCU", Set.of("microgcu"), 1e-6),
                            new Unit("m*GCU", Set.of("milligcu"), 1e-3),
                            GCU,
                            new Unit("k*GCU", Set.of("kilogcu"), 1e3),
                            new Unit("M*GCU", Set.of("megagcu"), 1e6),
                            new Unit("G*GCU", Set.of("gigagcu"), 1e9),
                            new Unit("T*GCU", Set.of("teragcu"), 1e12),
                            new Unit("P*GCU", Set.of("petagcu"), 1e15)),
                    GCU));

    private Units() {}

    /// A value in a unit; the unit is empty where it is of no interest.
    record Scaled(double value, String unit) {}

    /// Converts a value from one unit to another, or to the best one for [#MINIMUM].
    static Scaled scale(long value, String from, String to) {
        if (value < 0 && value != Long.MIN_VALUE) {
            var positive = scale(-value, from, to);
            return new Scaled(-positive.value(), positive.unit());
        }
        for (var family : FAMILIES) {
            var unit = family.find(from);
            if (unit.isPresent()) {
                return convert(value * unit.get().factor(), family, to);
            }
        }
        return new Scaled(value, NOT_SHOWN.contains(to) ? "" : to);
    }

    private static Scaled convert(double value, Family family, String to) {
        if (to.equals(MINIMUM) || to.equals("auto")) {
            return family.best(value);
        }
        var unit = family.find(to).orElse(family.usual());
        return new Scaled(value / unit.factor(), unit.name());
    }

    /// A value with its unit as text: two decimals where there are any.
    static String label(long value, String from, String to) {
        var scaled = scale(value, from, to);
        var number = twoDecimals(scaled.value());
        if (number.endsWith(".00")) {
            number = number.substring(0, number.length() - ".00".length());
        }
        return number.equals("0") ? number : number + scaled.unit();
    }

    /// A share of a total in five places, at least two digits of it.
    static String percentage(long value, long total) {
        double ratio = total == 0 ? 0 : Math.abs((double) value / (double) total) * 100;
        if (ratio >= 99.95 && ratio <= 100.05) {
            return "  100%";
        }
        return padLeft(ratio >= 1 ? twoDecimals(ratio) : twoDigits(ratio), 5) + "%";
    }

    private static String twoDecimals(double value) {
        return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /// Two significant digits, as `%.2g` prints them.
    private static String twoDigits(double value) {
        if (value == 0) {
            return "0";
        }
        var rounded = new BigDecimal(value).round(TWO_DIGITS).stripTrailingZeros();
        if (rounded.compareTo(SMALLEST_PLAIN) >= 0) {
            return rounded.toPlainString();
        }
        int exponent = rounded.scale() - rounded.precision() + 1;
        var digits = rounded.unscaledValue().toString();
        var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e-" + (exponent < 10 ? "0" : "") + exponent;
    }

    static String padLeft(String text, int width) {
        int missing = width - text.codePointCount(0, text.length());
        return missing > 0 ? " ".repeat(missing) + text : text;
    }
}
