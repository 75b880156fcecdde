package dev.whydunit.evidence.profile;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A profile held in columns: about four bytes for each frame of a sample and eight for each value.
public final class ColumnarProfile implements Profile {
    private final Origin origin;
    private final Cite cite;
    private final List<SampleType> sampleTypes;
    private final ProfileHeader header;
    private final CodeTable code;
    private final SampleTable samples;
    private final ProfileKind kind;

    /// Takes filled tables over: they must not be changed afterwards.
    public ColumnarProfile(
            Origin origin,
            Cite cite,
            List<SampleType> sampleTypes,
            ProfileHeader header,
            CodeTable code,
            SampleTable samples) {
        this.origin = Objects.requireNonNull(origin);
        this.cite = Objects.requireNonNull(cite);
        this.sampleTypes = List.copyOf(sampleTypes);
        this.header = Objects.requireNonNull(header);
        this.code = Objects.requireNonNull(code);
        this.samples = Objects.requireNonNull(samples);
        if (samples.width() != sampleTypes.size()) {
            throw new IllegalArgumentException(
                    samples.width() + " values a sample, " + sampleTypes.size() + " sample types");
        }
        this.kind = KindOfProfile.of(this);
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Cite cite() {
        return cite;
    }

    @Override
    public ProfileKind kind() {
        return kind;
    }

    @Override
    public List<SampleType> sampleTypes() {
        return sampleTypes;
    }

    @Override
    public ProfileHeader header() {
        return header;
    }

    @Override
    public CodeTable code() {
        return code;
    }

    @Override
    public int sampleCount() {
        return samples.size();
    }

    @Override
    public long value(int sample, int sampleType) {
        return samples.value(sample, sampleType);
    }

    @Override
    public int depth(int sample) {
        return samples.depth(sample);
    }

    @Override
    public int location(int sample, int depth) {
        return samples.location(sample, depth);
    }

    @Override
    public int[] stack(int sample, int[] buffer) {
        return samples.stack(sample, buffer);
    }

    @Override
    public boolean hasLabels() {
        return samples.hasLabels();
    }

    @Override
    public Map<String, List<String>> labels(int sample) {
        return samples.labels(sample);
    }

    @Override
    public List<NumericLabel> numericLabels(int sample) {
        return samples.numericLabels(sample);
    }
}
