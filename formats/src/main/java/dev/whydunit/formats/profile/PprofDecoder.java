package dev.whydunit.formats.profile;

import dev.whydunit.evidence.profile.CodeTable;
import dev.whydunit.evidence.profile.SampleTable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decodes one `profile.proto` from a stream into columns. Strings stand at the end of most profiles, ids are
/// referred to before they are defined: [PprofTables] resolves both when all is read.
///
/// ```
/// Profile: sample_type 1, sample 2, mapping 3, location 4, function 5, string_table 6, drop_frames 7, keep_frames 8,
///          time_nanos 9, duration_nanos 10, period_type 11, period 12, comment 13, default_sample_type 14, doc_url 15
/// Sample:  location_id 1, value 2, label 3        Label: key 1, str 2, num 3, num_unit 4
/// ```
///
/// Source: `google/pprof proto/profile.proto`.
final class PprofDecoder {
    private final WireInput input;
    private final WireCursor message = new WireCursor();
    private final WireCursor inner = new WireCursor();

    final PprofTables tables = new PprofTables();

    /// Two profiles one after the other read as one message; the time of the second gives them away.
    private boolean concatenated;

    private Optional<String> broken = Optional.empty();

    PprofDecoder(InputStream stream) {
        this.input = new WireInput(stream);
    }

    /// Reads until the end, or until nothing more can be understood.
    void decode() {
        try {
            while (!concatenated && input.next()) {
                field();
            }
        } catch (EOFException _) {
            broken = Optional.of("it ends in the middle");
        } catch (WireException e) {
            broken = Optional.of("at byte " + input.fieldStart() + " stands no " + describe(e));
        } catch (IOException e) {
            broken = Optional.of("its compression is broken (" + e.getMessage() + ")");
        }
    }

    private static String describe(WireException e) {
        var expected = String.valueOf(e.getMessage());
        return expected.startsWith("a ") ? expected.substring(2) : expected;
    }

    private void field() throws IOException {
        switch (input.field()) {
            case 1 -> sampleType();
            case 2 -> sample();
            case 3 -> mapping();
            case 4 -> location();
            case 5 -> function();
            case 6 -> tables.string(input.text());
            case 7 -> tables.dropFrames = input.number();
            case 8 -> tables.keepFrames = input.number();
            case 9 -> time();
            case 10 -> tables.durationNanos = input.number();
            case 11 -> periodType();
            case 12 -> tables.period = input.number();
            case 13 -> comment();
            case 14 -> tables.defaultSampleType = input.number();
            case 15 -> tables.documentation = input.number();
            default -> tables.unknownField();
        }
    }

    private void time() throws IOException {
        concatenated = tables.timeNanos != 0;
        tables.timeNanos = input.number();
    }

    private void sampleType() throws IOException {
        input.enter(message);
        tables.sampleType(valueType());
    }

    private void periodType() throws IOException {
        input.enter(message);
        tables.periodType = Optional.of(valueType());
    }

    private PprofTables.ValueType valueType() throws WireException {
        long type = 0;
        long unit = 0;
        while (message.next()) {
            switch (message.field()) {
                case 1 -> type = message.number();
                case 2 -> unit = message.number();
                default -> {}
            }
        }
        return new PprofTables.ValueType(type, unit);
    }

    private void comment() throws IOException {
        if (input.wire() == WireCursor.VARINT) {
            tables.comment(input.number());
            return;
        }
        input.enter(message);
        while (message.more()) {
            tables.comment(message.varint());
        }
    }

    /// A sample that is broken inside is left out: the fields around it still stand.
    private void sample() throws IOException {
        input.enter(message);
        var samples = tables.samples();
        try {
            while (message.next()) {
                sampleField(samples);
            }
            tables.endSample(samples.end());
        } catch (WireException _) {
            samples.cancel();
            tables.endSample(false);
        }
    }

    private void sampleField(SampleTable samples) throws WireException {
        switch (message.field()) {
            case 1 -> locationIds(samples);
            case 2 -> values(samples);
            case 3 -> label();
            default -> {}
        }
    }

    private void locationIds(SampleTable samples) throws WireException {
        if (message.wire() == WireCursor.VARINT) {
            tables.frame();
            samples.location(tables.locationIds.of(message.number()));
            return;
        }
        inner.enter(message);
        var ids = tables.locationIds;
        while (inner.more()) {
            tables.frame();
            samples.location(ids.of(inner.varint()));
        }
    }

    private void values(SampleTable samples) throws WireException {
        if (message.wire() == WireCursor.VARINT) {
            samples.value(message.number());
            return;
        }
        inner.enter(message);
        while (inner.more()) {
            samples.value(inner.varint());
        }
    }

    private void label() throws WireException {
        inner.enter(message);
        long key = 0;
        long text = 0;
        long number = 0;
        long unit = 0;
        while (inner.next()) {
            switch (inner.field()) {
                case 1 -> key = inner.number();
                case 2 -> text = inner.number();
                case 3 -> number = inner.number();
                case 4 -> unit = inner.number();
                default -> {}
            }
        }
        if (text != 0 || number != 0 || unit != 0) {
            tables.label(key, text, number, unit);
        }
    }

    private void mapping() throws IOException {
        input.enter(message);
        var mapping = new long[PprofTables.MAPPING_COLUMNS];
        while (message.next()) {
            int field = message.field();
            if (field >= 1 && field <= PprofTables.MAPPING_COLUMNS) {
                mapping[field - 1] = message.number();
            }
        }
        tables.mapping(mapping);
    }

    private void function() throws IOException {
        input.enter(message);
        var function = new long[PprofTables.FUNCTION_COLUMNS];
        while (message.next()) {
            int field = message.field();
            if (field >= 1 && field <= PprofTables.FUNCTION_COLUMNS) {
                function[field - 1] = message.number();
            }
        }
        tables.function(function);
    }

    private void location() throws IOException {
        input.enter(message);
        long id = 0;
        int mapping = CodeTable.NO_MAPPING;
        long address = 0;
        boolean folded = false;
        List<PprofTables.LineOfCode> lines = new ArrayList<>(1);
        while (message.next()) {
            switch (message.field()) {
                case 1 -> id = message.number();
                case 2 -> mapping = tables.mappingNumber(message.number());
                case 3 -> address = message.number();
                case 4 -> lines.add(line());
                case 5 -> folded = message.number() != 0;
                default -> {}
            }
        }
        tables.location(id, mapping, address, folded, lines);
    }

    private PprofTables.LineOfCode line() throws WireException {
        inner.enter(message);
        long function = 0;
        long line = 0;
        while (inner.next()) {
            switch (inner.field()) {
                case 1 -> function = inner.number();
                case 2 -> line = inner.number();
                default -> {}
            }
        }
        return new PprofTables.LineOfCode(function, line);
    }

    boolean isConcatenated() {
        return concatenated;
    }

    /// Why reading stopped before the end.
    Optional<String> broken() {
        return broken;
    }

    /// How many bytes were read.
    long offset() {
        return input.offset();
    }
}
