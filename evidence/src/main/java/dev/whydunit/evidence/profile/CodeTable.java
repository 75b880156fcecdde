package dev.whydunit.evidence.profile;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.SourceLine;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The code that the stacks of a profile stand in: mappings, functions and locations by index. A location has one line
/// for each call at its address, inlined ones first; none where it is not symbolised.
public final class CodeTable {
    private final List<Mapping> mappings = new ArrayList<>();
    private final List<CodeFunction> functions = new ArrayList<>();
    private final LongColumn addresses = new LongColumn();
    private final IntColumn mappingOf = new IntColumn();
    private final IntColumn firstLine = new IntColumn();
    private final IntColumn lineFunctions = new IntColumn();
    private final IntColumn lineNumbers = new IntColumn();
    private final IntColumn folded = new IntColumn();

    /// Of a location that no mapping contains.
    public static final int NO_MAPPING = -1;

    /// Adds a mapping and gives its index.
    public int addMapping(Mapping mapping) {
        mappings.add(mapping);
        return mappings.size() - 1;
    }

    /// Adds a function and gives its index.
    public int addFunction(CodeFunction function) {
        functions.add(function);
        return functions.size() - 1;
    }

    /// Adds a location without lines and gives its index.
    ///
    /// @param mapping index, or [#NO_MAPPING]
    public int addLocation(long address, int mapping, boolean isFolded) {
        addresses.add(address);
        mappingOf.add(mapping);
        firstLine.add(lineFunctions.size());
        folded.add(isFolded ? 1 : 0);
        return addresses.size() - 1;
    }

    /// Adds a line to the last location: inlined calls first.
    ///
    /// @param function index of the function, which may be added later
    /// @param line     one-based, 0 where it is not known
    public void addLine(int function, int line) {
        lineFunctions.add(function);
        lineNumbers.add(line);
    }

    /// Gives every line and location the index that a function and a mapping have in the end: a decoder meets
    /// references before the things themselves.
    ///
    /// @param functionOf final index by the index given so far
    /// @param finalMapping final index by the index given so far
    public void renumber(int[] functionOf, int[] finalMapping) {
        for (int i = 0; i < lineFunctions.size(); i++) {
            lineFunctions.set(i, functionOf[lineFunctions.get(i)]);
        }
        for (int i = 0; i < mappingOf.size(); i++) {
            int mapping = mappingOf.get(i);
            mappingOf.set(i, mapping == NO_MAPPING ? NO_MAPPING : finalMapping[mapping]);
        }
    }

    /// Moves a location to a mapping.
    public void map(int location, int mapping) {
        mappingOf.set(location, mapping);
    }

    /// The mappings; the first is the main binary.
    public List<Mapping> mappings() {
        return List.copyOf(mappings);
    }

    /// The functions by index.
    public List<CodeFunction> functions() {
        return List.copyOf(functions);
    }

    /// One function.
    public CodeFunction functionAt(int index) {
        return functions.get(index);
    }

    /// One mapping.
    public Mapping mappingAt(int index) {
        return mappings.get(index);
    }

    /// How many locations there are.
    public int size() {
        return addresses.size();
    }

    /// The program counter of a location, 0 where the profile has none.
    public long address(int location) {
        return addresses.get(location);
    }

    /// The index of the mapping of a location, or [#NO_MAPPING].
    public int mapping(int location) {
        return mappingOf.get(location);
    }

    /// Whether several addresses were folded into a location.
    public boolean isFolded(int location) {
        return folded.get(location) != 0;
    }

    /// How many calls are at a location.
    public int lines(int location) {
        int end = location + 1 < addresses.size() ? firstLine.get(location + 1) : lineFunctions.size();
        return end - firstLine.get(location);
    }

    /// The index of the function of a call, inlined ones first.
    public int function(int location, int line) {
        return lineFunctions.get(firstLine.get(location) + line);
    }

    /// The line of source of a call, 0 where it is not known.
    public int lineNumber(int location, int line) {
        return lineNumbers.get(firstLine.get(location) + line);
    }

    /// The locations as values, made when they are asked for.
    public List<CodeLocation> locations() {
        return new Locations(this, functions.stream().map(Locations::nameOf).toList());
    }

    private static final class Locations extends AbstractList<CodeLocation> {
        private final CodeTable code;
        private final List<FunctionName> names;

        Locations(CodeTable code, List<FunctionName> names) {
            this.code = code;
            this.names = names;
        }

        private static FunctionName nameOf(CodeFunction function) {
            return FunctionName.of(function.name().isEmpty() ? function.systemName() : function.name());
        }

        @Override
        public CodeLocation get(int location) {
            int mapping = code.mapping(location);
            int lines = code.lines(location);
            var frames = new ArrayList<Frame>(lines);
            for (int line = 0; line < lines; line++) {
                frames.add(frame(location, line, line < lines - 1));
            }
            var file = mapping == NO_MAPPING
                    ? Optional.<String>empty()
                    : Optional.of(code.mappings.get(mapping).file()).filter(path -> !path.isEmpty());
            return new CodeLocation(code.address(location), frames, file, code.isFolded(location));
        }

        private Frame frame(int location, int line, boolean inlined) {
            int function = code.function(location, line);
            var file = code.functions.get(function).file();
            var place = file.isEmpty()
                    ? Optional.<SourceLine>empty()
                    : Optional.of(new SourceLine(file, code.lineNumber(location, line)));
            return new Frame(names.get(function), place, inlined);
        }

        @Override
        public int size() {
            return code.size();
        }
    }
}
