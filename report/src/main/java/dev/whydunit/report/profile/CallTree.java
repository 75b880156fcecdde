package dev.whydunit.report.profile;

import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.evidence.profile.SampleType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The stacks of a profile folded into a tree of calls with the values of all sample types: what a flame graph draws.
///
/// Small calls are folded into one nameless call beside their larger siblings, so that the tree stays small however
/// many samples there are; totals stay what they are.
///
/// @param types  the sample types, in the profile's order
/// @param names  of functions
/// @param nodes  parents before their children; the first is the root
/// @param folded calls that were folded into nameless ones
public record CallTree(List<SampleType> types, List<String> names, List<Node> nodes, int folded) {

    /// Of a call that stands for several small ones.
    public static final int SMALLER_CALLS = -1;

    private static final int ROOT = 0;

    /// One call.
    ///
    /// @param parent index of the caller, -1 for the root
    /// @param name   index of the function's name, or [#SMALLER_CALLS]
    /// @param values own and callees' values together, one for each sample type
    public record Node(int parent, int name, List<Long> values) {
        public Node {
            values = List.copyOf(values);
        }
    }

    public CallTree {
        types = List.copyOf(types);
        names = List.copyOf(names);
        nodes = List.copyOf(nodes);
    }

    /// Folds a profile.
    ///
    /// @param most so many nodes at most, the largest ones
    public static CallTree of(Profile profile, int most) {
        var graph = new FunctionGraph(profile, profile.defaultSampleType());
        var calls = new Calls(profile.sampleTypes().size());
        var path = new FunctionGraph.PathBuffer();
        for (int sample = 0; sample < profile.sampleCount(); sample++) {
            int length = graph.path(sample, path);
            int node = ROOT;
            calls.add(profile, sample, node);
            for (int i = 0; i < length; i++) {
                node = calls.child(node, path.node(i));
                calls.add(profile, sample, node);
            }
        }
        return calls.fold(profile.sampleTypes(), graph, most);
    }

    /// The tree while it grows: calls in columns, found by caller and function in an open-addressed table.
    private static final class Calls {
        private static final int FIRST_SIZE = 1 << 10;
        private static final double MOST_FILLED = 0.6;

        private final int width;
        private int[] parents = new int[FIRST_SIZE];
        private int[] functions = new int[FIRST_SIZE];
        private long[] values;
        private int[] table = new int[2 * FIRST_SIZE];
        private int size = 1;

        Calls(int width) {
            this.width = width;
            this.values = new long[FIRST_SIZE * width];
            parents[ROOT] = -1;
            functions[ROOT] = -1;
        }

        void add(Profile profile, int sample, int node) {
            for (int type = 0; type < width; type++) {
                values[node * width + type] += profile.value(sample, type);
            }
        }

        int child(int parent, int function) {
            int slot = slot(parent, function);
            if (table[slot] != 0) {
                return table[slot];
            }
            if (size + 1 > MOST_FILLED * table.length) {
                grow();
                slot = slot(parent, function);
            }
            if (size == parents.length) {
                parents = Arrays.copyOf(parents, 2 * size);
                functions = Arrays.copyOf(functions, 2 * size);
                values = Arrays.copyOf(values, 2 * size * width);
            }
            parents[size] = parent;
            functions[size] = function;
            table[slot] = size;
            return size++;
        }

        private int slot(int parent, int function) {
            int mask = table.length - 1;
            int hash = (parent * 0x9e3779b9) ^ (function * 0x85ebca6b);
            int slot = (hash ^ (hash >>> 15)) & mask;
            while (table[slot] != 0 && (parents[table[slot]] != parent || functions[table[slot]] != function)) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            table = new int[2 * table.length];
            for (int node = 1; node < size; node++) {
                table[slot(parents[node], functions[node])] = node;
            }
        }

        /// How large a call is: its largest share of any sample type.
        private double share(int node) {
            double share = 0;
            for (int type = 0; type < width; type++) {
                long total = values[type];
                share = Math.max(share, total == 0 ? 0 : Math.abs((double) values[node * width + type] / total));
            }
            return share;
        }

        CallTree fold(List<SampleType> types, FunctionGraph graph, int most) {
            double smallest = smallestKept(most);
            int[] kept = new int[size];
            int[] smaller = new int[size];
            Arrays.fill(kept, -1);
            var nodes = new ArrayList<Node>();
            var folded = new ArrayList<long[]>();
            var names = new Names(graph);
            int count = 0;
            for (int node = 0; node < size; node++) {
                int parent = node == ROOT ? -1 : kept[parents[node]];
                if (node == ROOT || (parent >= 0 && share(node) >= smallest)) {
                    kept[node] = nodes.size();
                    nodes.add(
                            new Node(parent, node == ROOT ? SMALLER_CALLS : names.of(functions[node]), valuesOf(node)));
                } else if (parent >= 0) {
                    count++;
                    addSmaller(node, smaller, folded);
                }
            }
            for (int node = 0; node < size; node++) {
                if (smaller[node] > 0) {
                    var sums =
                            Arrays.stream(folded.get(smaller[node] - 1)).boxed().toList();
                    nodes.add(new Node(kept[node], SMALLER_CALLS, sums));
                }
            }
            return new CallTree(types, names.all(), nodes, count);
        }

        private void addSmaller(int node, int[] smaller, List<long[]> folded) {
            int parent = parents[node];
            if (smaller[parent] == 0) {
                folded.add(new long[width]);
                smaller[parent] = folded.size();
            }
            long[] sums = folded.get(smaller[parent] - 1);
            for (int type = 0; type < width; type++) {
                sums[type] += values[node * width + type];
            }
        }

        private double smallestKept(int most) {
            if (size <= most) {
                return 0;
            }
            double[] shares = new double[size];
            for (int node = 0; node < size; node++) {
                shares[node] = share(node);
            }
            Arrays.sort(shares);
            // Strictly larger than the first that is too many, or equal calls would all stay.
            return Math.nextUp(shares[size - most - 1]);
        }

        private List<Long> valuesOf(int node) {
            return Arrays.stream(values, node * width, (node + 1) * width)
                    .boxed()
                    .toList();
        }
    }

    /// Names that are used, numbered by their first use.
    private static final class Names {
        private final FunctionGraph graph;
        private final int[] numbers;
        private final List<String> all = new ArrayList<>();

        Names(FunctionGraph graph) {
            this.graph = graph;
            this.numbers = new int[graph.nodes()];
            Arrays.fill(numbers, -1);
        }

        int of(int node) {
            if (numbers[node] < 0) {
                numbers[node] = all.size();
                all.add(graph.name(node));
            }
            return numbers[node];
        }

        List<String> all() {
            return all;
        }
    }
}
