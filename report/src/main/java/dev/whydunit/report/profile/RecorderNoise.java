package dev.whydunit.report.profile;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Which functions are noise of the recorder: those that the profile's own `drop_frames` matches and `keep_frames` does
/// not. The expressions come out of the file, so matching is bounded.
///
/// Source: `google/pprof profile/prune.go`.
final class RecorderNoise {
    /// Longer or deeper expressions are not what recorders write (the longest known has 1,500 characters).
    private static final int LONGEST_EXPRESSION = 10_000;

    private static final int DEEPEST_NESTING = 50;

    /// Looks at characters for one name; a harmless expression needs a few for each alternative.
    private static final int STEPS = 200_000;

    private static final int LONGEST_NAME = 1_000;

    private final Optional<Pattern> drop;
    private final Optional<Pattern> keep;

    RecorderNoise(String dropFrames, String keepFrames) {
        this.drop = compile(dropFrames);
        this.keep = compile(keepFrames);
    }

    boolean isNone() {
        return drop.isEmpty();
    }

    boolean matches(String function) {
        var name = simplified(function);
        return drop.filter(pattern -> matches(pattern, name)).isPresent()
                && keep.filter(pattern -> matches(pattern, name)).isEmpty();
    }

    private static Optional<Pattern> compile(String expression) {
        if (expression.isEmpty() || expression.length() > LONGEST_EXPRESSION || isDeep(expression)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile("(?:" + expression + ")"));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isDeep(String expression) {
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            depth += switch (expression.charAt(i)) {
                case '(', '[' -> 1;
                case ')', ']' -> -1;
                default -> 0;
            };
            if (depth > DEEPEST_NESTING) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Pattern pattern, String name) {
        if (name.length() > LONGEST_NAME) {
            return false;
        }
        try {
            return pattern.matcher(new CountedText(name)).matches();
        } catch (TooManySteps _) {
            return false;
        }
    }

    /// Without the argument list: cut at the first bracket that is not part of a C++ name.
    private static String simplified(String function) {
        var name = function.startsWith(".") ? function.substring(1) : function;
        int from = 0;
        while (true) {
            int bracket = name.indexOf('(', from);
            if (bracket < 0) {
                return name;
            }
            if (name.startsWith("(anonymous namespace)", bracket)) {
                from = bracket + "(anonymous namespace)".length();
            } else if (name.startsWith("operator()", bracket - "operator".length())) {
                from = bracket + 2;
            } else {
                return name.substring(0, bracket);
            }
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }

    /// A text that can be looked at only so often: an expression that backtracks without end stops here.
    private static final class CountedText implements CharSequence {
        private final String text;
        private int steps;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
