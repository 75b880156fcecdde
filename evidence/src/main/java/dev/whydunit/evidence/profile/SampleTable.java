package dev.whydunit.evidence.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Samples in columns: for each the stack by index of its locations, one value for each sample type, and labels.
///
/// Filled sample by sample: locations, values and labels of one sample, then [#end] or [#cancel].
public final class SampleTable {
    private static final int NO_TEXT = -1;

    private final int width;
    private final IntColumn stacks = new IntColumn();
    private final IntColumn stackEnds = new IntColumn();
    private final LongColumn values = new LongColumn();
    private final IntColumn labelEnds = new IntColumn();
    private final IntColumn labelKeys = new IntColumn();
    private final IntColumn labelTexts = new IntColumn();
    private final IntColumn labelUnits = new IntColumn();
    private final LongColumn labelNumbers = new LongColumn();
    private List<String> texts = new ArrayList<>();
    private int samples;

    /// @param width how many values each sample has
    public SampleTable(int width) {
        this.width = width;
    }

    /// The next location of the current sample, the leaf first.
    public void location(int location) {
        stacks.add(location);
    }

    /// The next value of the current sample.
    public void value(long value) {
        values.add(value);
    }

    /// A string label of the current sample: indexes into the texts given to [#texts(List)].
    public void label(int key, int text) {
        labelKeys.add(key);
        labelTexts.add(text);
        labelUnits.add(0);
        labelNumbers.add(0);
    }

    /// A numeric label of the current sample: indexes into the texts given to [#texts(List)].
    public void numericLabel(int key, long number, int unit) {
        labelKeys.add(key);
        labelTexts.add(NO_TEXT);
        labelUnits.add(unit);
        labelNumbers.add(number);
    }

    /// Ends the current sample. One with a wrong number of values is forgotten.
    ///
    /// @return whether it was kept
    public boolean end() {
        if (values.size() != (samples + 1) * width) {
            cancel();
            return false;
        }
        samples++;
        stackEnds.add(stacks.size());
        labelEnds.add(labelKeys.size());
        return true;
    }

    /// Forgets what was given of the current sample.
    public void cancel() {
        stacks.truncate(samples == 0 ? 0 : stackEnds.get(samples - 1));
        values.truncate(samples * width);
        int labels = samples == 0 ? 0 : labelEnds.get(samples - 1);
        labelKeys.truncate(labels);
        labelTexts.truncate(labels);
        labelUnits.truncate(labels);
        labelNumbers.truncate(labels);
    }

    /// The strings that labels refer to.
    public void texts(List<String> strings) {
        this.texts = List.copyOf(strings);
    }

    /// Gives each location of a stack its final index: a decoder meets references before the locations.
    public void renumberLocations(int[] finalIndex) {
        for (int i = 0; i < stacks.size(); i++) {
            stacks.set(i, finalIndex[stacks.get(i)]);
        }
    }

    /// Adds to a value of the last sample.
    public void addToLast(int type, long more) {
        int at = (samples - 1) * width + type;
        values.set(at, values.get(at) + more);
    }

    /// How many samples there are.
    public int size() {
        return samples;
    }

    /// How many values each sample has.
    public int width() {
        return width;
    }

    long value(int sample, int type) {
        return values.get(sample * width + type);
    }

    private int start(int sample) {
        return sample == 0 ? 0 : stackEnds.get(sample - 1);
    }

    int depth(int sample) {
        return stackEnds.get(sample) - start(sample);
    }

    int location(int sample, int depth) {
        return stacks.get(start(sample) + depth);
    }

    int[] stack(int sample, int[] buffer) {
        int start = start(sample);
        int depth = stackEnds.get(sample) - start;
        int[] target = buffer.length < depth ? new int[Math.max(depth, buffer.length * 2)] : buffer;
        stacks.copy(start, depth, target);
        return target;
    }

    boolean hasLabels() {
        return labelKeys.size() > 0;
    }

    Map<String, List<String>> labels(int sample) {
        var labels = new LinkedHashMap<String, List<String>>();
        for (int i = labelStart(sample); i < labelEnds.get(sample); i++) {
            if (labelTexts.get(i) != NO_TEXT) {
                labels.computeIfAbsent(text(labelKeys.get(i)), _ -> new ArrayList<>())
                        .add(text(labelTexts.get(i)));
            }
        }
        labels.replaceAll((_, texts) -> List.copyOf(texts));
        return Collections.unmodifiableMap(labels);
    }

    List<NumericLabel> numericLabels(int sample) {
        var labels = new ArrayList<NumericLabel>();
        for (int i = labelStart(sample); i < labelEnds.get(sample); i++) {
            if (labelTexts.get(i) == NO_TEXT) {
                labels.add(new NumericLabel(text(labelKeys.get(i)), labelNumbers.get(i), text(labelUnits.get(i))));
            }
        }
        return List.copyOf(labels);
    }

    private int labelStart(int sample) {
        return sample == 0 ? 0 : labelEnds.get(sample - 1);
    }

    private String text(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : "";
    }
}
