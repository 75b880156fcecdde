package dev.whydunit.report.profile;

import java.util.List;

/// Where stacks end at the leaf side once the noise of the recorder is cut off: everything beneath (and with) the
/// outermost noise frame below the first frame of the user's own.
final class Pruning {
    private static final byte OWN = 0;

    /// Noise from its inner lines on; its outer lines stay.
    private static final byte BENEATH = 1;

    private static final byte WHOLE = 2;

    private final boolean none;
    private final byte[] kind;
    private final int[] firstLine;

    private Pruning(boolean none, byte[] kind, int[] firstLine) {
        this.none = none;
        this.kind = kind;
        this.firstLine = firstLine;
    }

    static Pruning of(RecorderNoise noise, List<String> names, int[] lineStart, int[] lineNode) {
        int locations = lineStart.length - 1;
        if (noise.isNone()) {
            return new Pruning(true, new byte[0], new int[0]);
        }
        boolean[] isNoise = new boolean[names.size()];
        for (int node = 0; node < isNoise.length; node++) {
            isNoise[node] = noise.matches(names.get(node));
        }
        var kind = new byte[locations];
        var firstLine = new int[locations];
        for (int location = 0; location < locations; location++) {
            int last = lineStart[location + 1] - 1;
            int line = last;
            while (line >= lineStart[location] && !isNoise[lineNode[line]]) {
                line--;
            }
            firstLine[location] = lineStart[location];
            if (line == last) {
                kind[location] = WHOLE;
            } else if (line >= lineStart[location]) {
                kind[location] = BENEATH;
                firstLine[location] = line + 1;
            }
        }
        return new Pruning(false, kind, firstLine);
    }

    /// The depth at which a stack ends at its leaf side.
    int leaf(int[] stack, int depth) {
        if (none) {
            return 0;
        }
        boolean own = false;
        for (int i = depth - 1; i >= 0; i--) {
            byte what = kind[stack[i]];
            if (what == OWN) {
                own = true;
            } else if (own) {
                return what == WHOLE ? i + 1 : i;
            }
        }
        return 0;
    }

    /// The innermost line that is left of a location.
    int firstLine(int location, int otherwise) {
        return none ? otherwise : firstLine[location];
    }
}
