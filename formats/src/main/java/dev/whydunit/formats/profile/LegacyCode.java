package dev.whydunit.formats.profile;

import dev.whydunit.evidence.profile.CodeFunction;
import dev.whydunit.evidence.profile.CodeTable;
import dev.whydunit.evidence.profile.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The code of a legacy profile: locations by address, with the names that Go's `debug=1` prints beside them, and the
/// mappings of the trailer.
final class LegacyCode {
    private record Call(int function, int line) {}

    private record FunctionKey(String name, String file) {}

    private final Map<Long, Integer> byAddress = new HashMap<>();
    private final List<Long> addresses = new ArrayList<>();
    private final Map<Integer, Call> calls = new HashMap<>();
    private final Map<FunctionKey, Integer> functions = new HashMap<>();
    private final List<FunctionKey> functionKeys = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();

    /// The index of a location.
    int location(long address) {
        return byAddress.computeIfAbsent(address, this::add);
    }

    private int add(long address) {
        addresses.add(address);
        return addresses.size() - 1;
    }

    /// Whether no more locations are held.
    boolean isFull() {
        return addresses.size() >= ProfileBounds.LOCATIONS;
    }

    long address(int location) {
        return addresses.get(location);
    }

    /// Names the call at an address that a stack has; the first name counts.
    void name(long address, String function, String file, int line) {
        Integer location = byAddress.get(address);
        if (location == null || calls.containsKey(location)) {
            return;
        }
        var key = new FunctionKey(function, file);
        int index = functions.computeIfAbsent(key, _ -> {
            functionKeys.add(key);
            return functionKeys.size() - 1;
        });
        calls.put(location, new Call(index, line));
    }

    void mapping(Mapping mapping) {
        if (mappings.size() < ProfileBounds.MAPPINGS) {
            mappings.add(mapping);
        }
    }

    CodeTable table() {
        var code = new CodeTable();
        var placed = new LegacyMappings(mappings);
        int[] mappingOf = new int[addresses.size()];
        for (int i = 0; i < mappingOf.length; i++) {
            mappingOf[i] = placed.of(addresses.get(i));
        }
        placed.all().forEach(code::addMapping);
        functionKeys.forEach(key -> code.addFunction(new CodeFunction(key.name(), key.name(), key.file(), 0)));
        for (int i = 0; i < mappingOf.length; i++) {
            code.addLocation(addresses.get(i), mappingOf[i], false);
            Call call = calls.get(i);
            if (call != null) {
                code.addLine(call.function(), call.line());
            }
        }
        return code;
    }
}
