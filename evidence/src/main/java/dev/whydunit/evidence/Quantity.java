package dev.whydunit.evidence;

import java.time.Duration;
import java.util.Locale;

/// A figure with its unit. [#text()] is the one way in which figures are printed.
public sealed interface Quantity {

    /// The figure as a plain number in the unit of its type: things, bytes, 0..1, seconds, per second.
    double value();

    /// The figure for a person.
    String text();

    /// A number of things.
    record Count(long things) implements Quantity {
        @Override
        public double value() {
            return things;
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "%,d", things);
        }
    }

    /// An amount of memory or data.
    record Bytes(long bytes) implements Quantity {
        private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

        @Override
        public double value() {
            return bytes;
        }

        @Override
        public String text() {
            double scaled = bytes;
            int unit = 0;
            while (Math.abs(scaled) >= 1024 && unit < UNITS.length - 1) {
                scaled /= 1024;
                unit++;
            }
            return unit == 0
                    ? bytes + " B"
                    : String.format(Locale.ROOT, scaled < 10 ? "%.2f %s" : "%.1f %s", scaled, UNITS[unit]);
        }
    }

    /// A share of a whole, 0..1 (above 1 where a whole is exceeded).
    record Ratio(double share) implements Quantity {
        @Override
        public double value() {
            return share;
        }

        @Override
        public String text() {
            double percent = share * 100;
            return String.format(Locale.ROOT, Math.abs(percent) < 10 ? "%.1f %%" : "%.0f %%", percent);
        }
    }

    /// A length of time.
    record Span(Duration duration) implements Quantity {
        @Override
        public double value() {
            return duration.toNanos() / 1e9;
        }

        @Override
        public String text() {
            double seconds = value();
            double size = Math.abs(seconds);
            if (size < 1e-6) {
                return duration.toNanos() + " ns";
            }
            if (size < 1e-3) {
                return String.format(Locale.ROOT, "%.1f µs", seconds * 1e6);
            }
            if (size < 1) {
                return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
            }
            if (size < 120) {
                return String.format(Locale.ROOT, "%.1f s", seconds);
            }
            if (size < 2 * 3600) {
                return String.format(Locale.ROOT, "%.0f min", seconds / 60);
            }
            return String.format(Locale.ROOT, "%.1f h", seconds / 3600);
        }
    }

    /// Things, bytes or cycles per second; the unit is the word before `/s`.
    record PerSecond(double rate, String unit) implements Quantity {
        @Override
        public double value() {
            return rate;
        }

        @Override
        public String text() {
            if (unit.equals("B")) {
                return new Bytes(Math.round(rate)).text() + "/s";
            }
            return String.format(Locale.ROOT, Math.abs(rate) < 10 ? "%.2f %s/s" : "%,.0f %s/s", rate, unit)
                    .replace(" /s", "/s");
        }
    }

    static Quantity count(long things) {
        return new Count(things);
    }

    static Quantity bytes(long bytes) {
        return new Bytes(bytes);
    }

    static Quantity ratio(double share) {
        return new Ratio(share);
    }

    static Quantity span(Duration duration) {
        return new Span(duration);
    }

    static Quantity perSecond(double rate, String unit) {
        return new PerSecond(rate, unit);
    }
}
