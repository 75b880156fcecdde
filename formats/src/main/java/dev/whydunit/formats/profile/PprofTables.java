package dev.whydunit.formats.profile;

import dev.whydunit.evidence.profile.CodeFunction;
import dev.whydunit.evidence.profile.CodeTable;
import dev.whydunit.evidence.profile.Mapping;
import dev.whydunit.evidence.profile.ProfileHeader;
import dev.whydunit.evidence.profile.SampleTable;
import dev.whydunit.evidence.profile.SampleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a decoder collects of one profile while strings and ids are still numbers, and what it becomes in the end.
final class PprofTables {
    /// id, memory_start, memory_limit, file_offset, filename, build_id.
    static final int MAPPING_COLUMNS = 6;

    /// id, name, system_name, filename, start_line.
    static final int FUNCTION_COLUMNS = 5;

    /// A sample or period type: indexes into the string table.
    record ValueType(long type, long unit) {}

    /// A call of a location: the id of its function.
    record LineOfCode(long function, long line) {}

    final IdIndex locationIds = new IdIndex(2 * ProfileBounds.LOCATIONS);
    private final IdIndex functionIds = new IdIndex(2 * ProfileBounds.FUNCTIONS);
    private final IdIndex mappingIds = new IdIndex(2 * ProfileBounds.MAPPINGS);
    private final List<String> strings = new ArrayList<>();
    private final List<ValueType> sampleTypes = new ArrayList<>();
    private final List<long[]> mappings = new ArrayList<>();
    private final List<long[]> functions = new ArrayList<>();
    private final List<Long> comments = new ArrayList<>();
    private final CodeTable code = new CodeTable();
    private Optional<SampleTable> samples = Optional.empty();
    private int lines;
    private int frames;
    private int labels;
    private long brokenSamples;
    private int duplicateIds;
    private int unknownFields;

    long dropFrames;
    long keepFrames;
    long timeNanos;
    long durationNanos;
    long period;
    long defaultSampleType;
    long documentation;
    Optional<ValueType> periodType = Optional.empty();

    void string(String text) throws WireException {
        within(strings.size(), ProfileBounds.STRINGS, "strings");
        strings.add(text);
    }

    void sampleType(ValueType type) throws WireException {
        within(sampleTypes.size(), ProfileBounds.SAMPLE_TYPES, "sample types");
        sampleTypes.add(type);
    }

    void comment(long text) throws WireException {
        within(comments.size(), ProfileBounds.COMMENTS, "comments");
        comments.add(text);
    }

    void unknownField() {
        unknownFields++;
    }

    /// How many fields were of a number that no profile has.
    int unknownFields() {
        return unknownFields;
    }

    /// The samples: their width is fixed by the sample types, which come first.
    SampleTable samples() throws WireException {
        if (samples.isEmpty()) {
            samples = Optional.of(new SampleTable(sampleTypes.size()));
        }
        var table = samples.get();
        within(table.size(), ProfileBounds.SAMPLES, "samples");
        within(frames, ProfileBounds.FRAMES, "frames");
        within(labels, ProfileBounds.LABELS, "labels");
        return table;
    }

    void frame() {
        frames++;
    }

    void label(long key, long text, long number, long unit) throws WireException {
        labels++;
        if (text != 0) {
            samples().label(index(key), index(text));
        } else {
            samples().numericLabel(index(key), number, index(unit));
        }
    }

    private static int index(long number) {
        return number < 0 || number > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number;
    }

    void endSample(boolean kept) {
        if (!kept) {
            brokenSamples++;
        }
    }

    void mapping(long[] columns) throws WireException {
        within(mappings.size(), ProfileBounds.MAPPINGS, "mappings");
        define(mappingIds, columns[0], mappings.size());
        mappings.add(columns);
    }

    void function(long[] columns) throws WireException {
        within(functions.size(), ProfileBounds.FUNCTIONS, "functions");
        define(functionIds, columns[0], functions.size());
        functions.add(columns);
    }

    int mappingNumber(long id) {
        return id == 0 ? CodeTable.NO_MAPPING : mappingIds.of(id);
    }

    void location(long id, int mapping, long address, boolean folded, List<LineOfCode> calls) throws WireException {
        within(code.size(), ProfileBounds.LOCATIONS, "locations");
        within(lines, ProfileBounds.LINES, "lines of locations");
        lines += calls.size();
        define(locationIds, id, code.addLocation(address, mapping, folded));
        for (var call : calls) {
            code.addLine(functionIds.of(call.function()), Math.clamp(call.line(), 0, Integer.MAX_VALUE));
        }
    }

    private void define(IdIndex ids, long id, int row) {
        if (id == 0 || !ids.define(id, row)) {
            duplicateIds++;
        }
    }

    private static void within(int count, int bound, String what) throws WireException {
        if (count >= bound) {
            throw new WireException("a profile of at most " + bound + " " + what);
        }
    }

    /// The code with every reference resolved; what was never defined becomes nameless.
    CodeTable code() {
        for (var mapping : mappings) {
            code.addMapping(new Mapping(mapping[1], mapping[2], mapping[3], text(mapping[4]), text(mapping[5])));
        }
        for (var function : functions) {
            code.addFunction(new CodeFunction(text(function[1]), text(function[2]), text(function[3]), function[4]));
        }
        int nameless = functionIds.undefined() == 0 ? 0 : code.addFunction(new CodeFunction("", "", "", 0));
        code.renumber(functionIds.rows(nameless), mappingIds.rows(CodeTable.NO_MAPPING));
        return code;
    }

    /// The samples with every reference resolved; call it after [#code].
    SampleTable resolvedSamples() {
        var table = samples.orElseGet(() -> new SampleTable(sampleTypes.size()));
        int unknown = locationIds.undefined() == 0 ? 0 : code.addLocation(0, CodeTable.NO_MAPPING, false);
        table.renumberLocations(locationIds.rows(unknown));
        table.texts(strings);
        return table;
    }

    List<SampleType> sampleTypes() {
        return sampleTypes.stream().map(this::named).toList();
    }

    private SampleType named(ValueType type) {
        return new SampleType(text(type.type()), text(type.unit()));
    }

    ProfileHeader header() {
        return new ProfileHeader(
                timeNanos,
                durationNanos,
                periodType.map(this::named),
                period == 0 ? OptionalLong.empty() : OptionalLong.of(period),
                text(defaultSampleType),
                text(dropFrames),
                text(keepFrames),
                comments.stream().map(this::text).toList(),
                text(documentation));
    }

    private String text(long index) {
        return index >= 0 && index < strings.size() ? strings.get((int) index) : "";
    }

    boolean isEmpty() {
        return sampleTypes.isEmpty() && samples.isEmpty() && strings.isEmpty() && code.size() == 0;
    }

    boolean hasSampleTypes() {
        return !sampleTypes.isEmpty();
    }

    boolean hasStrings() {
        return !strings.isEmpty();
    }

    boolean stringsBeginEmpty() {
        return strings.isEmpty() || strings.getFirst().isEmpty();
    }

    int sampleCount() {
        return samples.map(SampleTable::size).orElse(0);
    }

    int width() {
        return samples.map(SampleTable::width).orElse(sampleTypes.size());
    }

    int typeCount() {
        return sampleTypes.size();
    }

    /// What is odd about it, as sentences for gaps.
    List<String> oddities() {
        var odd = new ArrayList<String>();
        count(odd, brokenSamples, "of its samples could not be read and are left out");
        count(
                odd,
                locationIds.undefined(),
                "locations are referred to and not in the profile: these frames have no name");
        count(
                odd,
                functionIds.undefined(),
                "functions are referred to and not in the profile: these frames have no name");
        count(
                odd,
                duplicateIds,
                "mappings, locations or functions have the id 0 or one that is taken: the first one counts");
        return odd;
    }

    private static void count(List<String> odd, long number, String what) {
        if (number > 0) {
            odd.add(number + " " + what);
        }
    }
}
