package dev.whydunit.report.profile;

import dev.whydunit.evidence.profile.CodeTable;
import dev.whydunit.evidence.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The functions of a profile with their own (flat) and total (cum) value of one sample type. A function that stands
/// several times in a stack counts once; what the profile's `drop_frames` names is cut off at the leaf side.
///
/// Source: `google/pprof internal/graph` (`newGraph`) and `profile/prune.go`.
final class FunctionGraph {
    private static final String BASE_LABEL = "pprof::base";

    private final Profile profile;
    private final int sampleType;
    private final List<String> names = new ArrayList<>();

    /// Nodes of a location's lines: those of location `l` stand in `[lineStart[l], lineStart[l + 1])`, inlined first.
    private final int[] lineStart;

    private int[] lineNode;
    private final Pruning pruning;
    private final long[] flat;
    private final long[] cum;
    private long total;

    FunctionGraph(Profile profile, int sampleType) {
        this.profile = profile;
        this.sampleType = sampleType;
        var code = profile.code();
        this.lineStart = new int[code.size() + 1];
        this.lineNode = new int[code.size()];
        nodes(code);
        var noise = new RecorderNoise(
                profile.header().dropFrames(), profile.header().keepFrames());
        this.pruning = Pruning.of(noise, names, lineStart, lineNode);
        this.flat = new long[names.size()];
        this.cum = new long[names.size()];
        add();
    }

    private void nodes(CodeTable code) {
        var byKey = new HashMap<String, Integer>();
        int[] nodeOfFunction = new int[code.functions().size()];
        Arrays.fill(nodeOfFunction, -1);
        int filled = 0;
        for (int location = 0; location < code.size(); location++) {
            lineStart[location] = filled;
            int lines = code.lines(location);
            if (filled + Math.max(lines, 1) > lineNode.length) {
                lineNode = Arrays.copyOf(lineNode, Math.max(filled + lines + 1, lineNode.length * 2));
            }
            if (lines == 0) {
                lineNode[filled++] = nameless(byKey, objectFile(code, location), 0);
            }
            for (int line = 0; line < lines; line++) {
                int function = code.function(location, line);
                if (nodeOfFunction[function] < 0) {
                    nodeOfFunction[function] = named(byKey, PprofNames.of(code.functionAt(function)));
                }
                int node = nodeOfFunction[function];
                lineNode[filled++] = node != NAMELESS
                        ? node
                        : nameless(
                                byKey,
                                objectFile(code, location),
                                code.functionAt(function).startLine());
            }
        }
        lineStart[code.size()] = filled;
    }

    /// Marks a function without a name: its node depends on the file it is mapped from.
    private static final int NAMELESS = Integer.MAX_VALUE;

    private int named(Map<String, Integer> byKey, String name) {
        return name.isEmpty() ? NAMELESS : byKey.computeIfAbsent(name, this::newNode);
    }

    private int nameless(Map<String, Integer> byKey, String objectFile, long startLine) {
        var shown = objectFile.isEmpty() ? "<unknown>" : "[" + baseName(objectFile) + "]";
        return byKey.computeIfAbsent("\0" + objectFile + "\0" + startLine, _ -> newNode(shown));
    }

    private int newNode(String name) {
        names.add(name);
        return names.size() - 1;
    }

    private static String objectFile(CodeTable code, int location) {
        int mapping = code.mapping(location);
        return mapping == CodeTable.NO_MAPPING ? "" : code.mappingAt(mapping).file();
    }

    /// The last element of a path, as Go's `filepath.Base` has it.
    static String baseName(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return end <= 1
                ? path.isEmpty() ? "." : path.substring(0, 1)
                : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    private void add() {
        int[] seen = new int[names.size()];
        int[] stack = new int[0];
        long baseTotal = 0;
        for (int sample = 0; sample < profile.sampleCount(); sample++) {
            long value = profile.value(sample, sampleType);
            total += Math.abs(value);
            if (value == 0) {
                continue;
            }
            if (profile.hasLabels() && isBase(sample)) {
                baseTotal += Math.abs(value);
            }
            stack = profile.stack(sample, stack);
            add(stack, profile.depth(sample), value, seen, sample + 1);
        }
        if (baseTotal > 0) {
            total = baseTotal;
        }
    }

    private void add(int[] stack, int depth, long value, int[] seen, int mark) {
        int leaf = pruning.leaf(stack, depth);
        int node = -1;
        for (int i = depth - 1; i >= leaf; i--) {
            int first = pruning.firstLine(stack[i], lineStart[stack[i]]);
            for (int line = lineStart[stack[i] + 1] - 1; line >= first; line--) {
                node = lineNode[line];
                if (seen[node] != mark) {
                    seen[node] = mark;
                    cum[node] += value;
                }
            }
        }
        if (node >= 0) {
            flat[node] += value;
        }
    }

    /// The nodes of one sample's stack, the root first, recorder's noise cut off.
    ///
    /// @return how many there are; they stand at the start of `into`, which is grown where it is too small
    int path(int sample, PathBuffer into) {
        into.stack = profile.stack(sample, into.stack);
        int depth = profile.depth(sample);
        into.length = 0;
        int leaf = pruning.leaf(into.stack, depth);
        for (int i = depth - 1; i >= leaf; i--) {
            int location = into.stack[i];
            int first = pruning.firstLine(location, lineStart[location]);
            for (int line = lineStart[location + 1] - 1; line >= first; line--) {
                into.add(lineNode[line]);
            }
        }
        return into.length;
    }

    /// Room for the nodes of one stack, used again for the next.
    static final class PathBuffer {
        private int[] stack = new int[0];
        private int[] nodes = new int[64];
        private int length;

        private void add(int node) {
            if (length == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * length);
            }
            nodes[length++] = node;
        }

        int node(int index) {
            return nodes[index];
        }
    }

    private boolean isBase(int sample) {
        return profile.labels(sample).getOrDefault(BASE_LABEL, List.of()).contains("true");
    }

    /// The sum of all values, without their sign; of the base profile only where this is a difference to one.
    long total() {
        return total;
    }

    int nodes() {
        return names.size();
    }

    String name(int node) {
        return names.get(node);
    }

    long flat(int node) {
        return flat[node];
    }

    long cum(int node) {
        return cum[node];
    }

    /// How the functions that are kept were called by one another.
    InlineCalls inlineCalls(boolean[] kept, long cutoff) {
        var calls = new InlineCalls(profile, sampleType, kept, pruning, lineStart, lineNode);
        calls.add(cutoff);
        return calls;
    }
}
