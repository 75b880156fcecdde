package dev.whydunit.evidence.profile;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A profile in the sense of pprof: samples, each a stack of locations with one value for each sample type. Samples are
/// held by index in columns, never as objects.
public interface Profile extends Evidence {

    /// Which profile this is, told by its sample types.
    ProfileKind kind();

    /// What the values count, in order.
    List<SampleType> sampleTypes();

    /// What it says about itself.
    ProfileHeader header();

    /// The code that its stacks stand in.
    CodeTable code();

    /// The number of samples.
    int sampleCount();

    /// The value of one sample for one sample type.
    long value(int sample, int sampleType);

    /// How many locations the stack of one sample has.
    int depth(int sample);

    /// The index into [#locations()] of the location at a depth of a sample's stack, the leaf at 0.
    int location(int sample, int depth);

    /// The stack of one sample, the leaf first: the given buffer, or a larger one where it is too small. The entries
    /// past [#depth] are left over.
    int[] stack(int sample, int[] buffer);

    /// Whether any sample has a label.
    boolean hasLabels();

    /// The string labels of one sample.
    Map<String, List<String>> labels(int sample);

    /// The numeric labels of one sample.
    List<NumericLabel> numericLabels(int sample);

    /// The locations as values, made when they are asked for; keep the list to read many of them.
    default List<CodeLocation> locations() {
        return code().locations();
    }

    /// How long it was recorded.
    default Optional<Duration> duration() {
        return header().durationNanos() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(header().durationNanos()));
    }

    /// What one event of the period stands for.
    default Optional<SampleType> periodType() {
        return header().periodType();
    }

    /// Events between two samples.
    default OptionalLong period() {
        return header().period();
    }

    /// The index of the type that pprof shows by default: the profile's own choice, else the last.
    default int defaultSampleType() {
        int own = indexOf(header().defaultSampleType());
        return own >= 0 ? own : sampleTypes().size() - 1;
    }

    /// The index of a sample type by its name; -1 where the profile has none of it.
    default int indexOf(String type) {
        for (int i = 0; i < sampleTypes().size(); i++) {
            if (sampleTypes().get(i).type().equals(type)) {
                return i;
            }
        }
        return -1;
    }

    /// The sum of all values of one sample type.
    default long total(int sampleType) {
        long sum = 0;
        for (int sample = 0; sample < sampleCount(); sample++) {
            sum += value(sample, sampleType);
        }
        return sum;
    }

    @Override
    Origin origin();

    @Override
    Cite cite();
}
