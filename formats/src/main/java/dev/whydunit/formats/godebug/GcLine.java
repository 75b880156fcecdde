package dev.whydunit.formats.godebug;

import dev.whydunit.evidence.memory.GcTrace.Cycle;
import dev.whydunit.formats.Line;
import dev.whydunit.formats.text.LineScanner;
import java.util.Optional;
import java.util.OptionalDouble;

/// One gctrace line, term by term.
///
/// Source: `runtime/mgc.go` (`gcMarkTermination`), `runtime/extern.go` of Go 1.5 for five clock terms.
final class GcLine {
    private static final long MIB = 1L << 20;
    private static final int MOST_TERMS = 8;

    /// The runtime prints at most three significant decimals.
    private static final double SMALLEST_PLACE = 1e6;

    /// Plus-separated terms: clock or CPU milliseconds of each phase.
    private final double[] clock = new double[MOST_TERMS];

    private final double[] heap = new double[MOST_TERMS];
    private final LineScanner scanner = new LineScanner();
    private double assist;
    private double background;
    private double idle;

    /// The collection of a line; empty where the line is not whole.
    Optional<Cycle> parse(Line line, String path) {
        scanner.at(line, 0);
        if (!scanner.take("gc ")) {
            return Optional.empty();
        }
        scanner.take('#');
        long number = scanner.integer(-1);
        if (number < 0 || !scanner.take(" @")) {
            return Optional.empty();
        }
        double at = scanner.decimal();
        if (Double.isNaN(at) || !scanner.take("s ")) {
            return Optional.empty();
        }
        double share = scanner.decimal();
        // Go 1.27 says here which collections look for leaked goroutines.
        if (Double.isNaN(share) || !scanner.take('%') || !scanner.skipPast(": ")) {
            return Optional.empty();
        }
        return phases(line, path, number, at, share / 100);
    }

    private Optional<Cycle> phases(Line line, String path, long number, double at, double share) {
        int clocks = terms(clock, "+");
        if (clocks < 3 || !scanner.take(" ms clock, ") || !cpu() || !scanner.take(" ms cpu, ")) {
            return Optional.empty();
        }
        int sizes = terms(heap, "->");
        if (sizes < 3 || !scanner.take(" MB, ")) {
            return Optional.empty();
        }
        double goal = scanner.decimal();
        if (Double.isNaN(goal) || !scanner.take(" MB goal, ")) {
            return Optional.empty();
        }
        double next = scanner.decimal();
        var stacks = OptionalDouble.empty();
        var globals = OptionalDouble.empty();
        if (scanner.take(" MB stacks, ")) {
            stacks = OptionalDouble.of(next * MIB);
            next = scanner.decimal();
            if (scanner.take(" MB globals, ")) {
                globals = OptionalDouble.of(next * MIB);
                next = scanner.decimal();
            }
        }
        if (Double.isNaN(next) || !scanner.take(" P")) {
            return Optional.empty();
        }
        double concurrent = 0;
        for (int i = 1; i < clocks - 1; i++) {
            concurrent += clock[i];
        }
        return Optional.of(new Cycle(
                number,
                at,
                share,
                clock[0],
                concurrent,
                clock[clocks - 1],
                assist,
                background,
                idle,
                (long) (heap[0] * MIB),
                (long) (heap[sizes - 2] * MIB),
                (long) (heap[sizes - 1] * MIB),
                (long) (goal * MIB),
                stacks,
                globals,
                (int) next,
                scanner.take(" (forced)"),
                line.cite(path)));
    }

    /// Reads numbers that a text separates; how many, 0 where one is missing.
    private int terms(double[] into, String separator) {
        int count = 0;
        do {
            double term = plain();
            if (Double.isNaN(term) || count == MOST_TERMS) {
                return 0;
            }
            into[count++] = term;
        } while (scanner.take(separator));
        return count;
    }

    /// A number without sign and exponent: a `+` or `-` behind it separates.
    private double plain() {
        long whole = scanner.integer(-1);
        if (whole < 0) {
            return Double.NaN;
        }
        long digits = whole;
        double scale = 1;
        if (scanner.take('.')) {
            while (scanner.atDigit() && scale < SMALLEST_PLACE) {
                digits = digits * 10 + (scanner.peek() - '0');
                scanner.take((char) scanner.peek());
                scale *= 10;
            }
        }
        double value = (double) digits / scale;
        if (scanner.take("e-")) {
            value *= Math.pow(10, -(double) scanner.integer(0));
        } else if (scanner.take("e+")) {
            value *= Math.pow(10, (double) scanner.integer(0));
        }
        return value;
    }

    /// The CPU terms: the one with slashes is marking, split into assist, background and idle workers.
    private boolean cpu() {
        boolean marked = false;
        do {
            double term = plain();
            if (Double.isNaN(term)) {
                return false;
            }
            if (scanner.take('/')) {
                marked = true;
                assist = term;
                background = plain();
                idle = scanner.take('/') ? plain() : 0;
            }
        } while (scanner.take('+'));
        return marked && !Double.isNaN(background) && !Double.isNaN(idle);
    }
}
