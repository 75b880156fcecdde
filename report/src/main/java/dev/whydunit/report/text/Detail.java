package dev.whydunit.report.text;

import java.util.List;

/// How much a text tells. Without `--verbose` a text is to fit a screen: the first of these with which it does is
/// taken.
///
/// @param verdicts    at most
/// @param reasons     of one verdict
/// @param cites       of one reason
/// @param lines       of one paragraph
/// @param collections what to collect, of one verdict or of the answer
record Detail(int verdicts, int reasons, int cites, int lines, int collections) {

    /// Everything.
    static final Detail VERBOSE =
            new Detail(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /// The most telling first. The last is at most 16 lines for a verdict.
    private static final List<Detail> LADDER = List.of(
            new Detail(Integer.MAX_VALUE, 4, 2, 6, 4),
            new Detail(Integer.MAX_VALUE, 3, 1, 4, 2),
            new Detail(3, 2, 1, 3, 1),
            new Detail(2, 2, 1, 3, 1),
            new Detail(1, 2, 1, 2, 1));

    static List<Detail> ladder(int top) {
        return LADDER.stream().map(detail -> detail.atMost(top)).toList();
    }

    Detail atMost(int top) {
        return new Detail(Math.min(top, verdicts), reasons, cites, lines, collections);
    }
}
