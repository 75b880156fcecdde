package dev.whydunit.formats.profile;

import dev.whydunit.evidence.profile.CodeTable;
import dev.whydunit.evidence.profile.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The mappings of a legacy profile, put in order: parts of one file joined, the main binary first, and one mapping
/// without a name for the addresses that none contains.
///
/// Source of these rules: `google/pprof profile/profile.go` (`massageMappings`), `profile/legacy_profile.go`
/// (`remapMappingIDs`).
final class LegacyMappings {
    private static final Pattern LIBRARY = Pattern.compile("[.]so$|[.]so[._][0-9]+");

    /// Where linkers put position-dependent programs on Linux.
    private static final long USUAL_START = 0x400000;

    private static final int NOT_YET = -1;

    private final List<Mapping> mappings;
    private int nameless = NOT_YET;

    LegacyMappings(List<Mapping> read) {
        this.mappings = joined(read);
        mainFirst();
        if (mappings.size() > 1
                && mappings.getFirst().file().startsWith("/anon_hugepage")
                && mappings.getFirst().limit() == mappings.get(1).start()) {
            mappings.removeFirst();
        }
        if (!mappings.isEmpty()
                && mappings.getFirst().start() - mappings.getFirst().offset() == USUAL_START) {
            mappings.set(0, fromOffsetZero(mappings.getFirst()));
        }
    }

    private static List<Mapping> joined(List<Mapping> read) {
        var joined = new ArrayList<Mapping>();
        for (var next : read) {
            if (!joined.isEmpty() && areOne(joined.getLast(), next)) {
                var last = joined.removeLast();
                joined.add(new Mapping(
                        last.start(),
                        next.limit(),
                        last.offset(),
                        next.file().isEmpty() ? last.file() : next.file(),
                        next.buildId().isEmpty() ? last.buildId() : next.buildId()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static boolean areOne(Mapping first, Mapping second) {
        return sameOrUnknown(first.file(), second.file())
                && sameOrUnknown(first.buildId(), second.buildId())
                && first.limit() == second.start()
                && (first.offset() == 0
                        || second.offset() == 0
                        || first.offset() + (first.limit() - first.start()) == second.offset());
    }

    private static boolean sameOrUnknown(String a, String b) {
        return a.isEmpty() || b.isEmpty() || a.equals(b);
    }

    private void mainFirst() {
        for (int i = 0; i < mappings.size(); i++) {
            var file = mappings.get(i).file().replace("(deleted)", "").strip();
            if (!file.isEmpty()
                    && !file.startsWith("[")
                    && !LIBRARY.matcher(file).find()) {
                var main = mappings.get(i);
                mappings.set(i, mappings.getFirst());
                mappings.set(0, main);
                return;
            }
        }
    }

    /// The index of the mapping of an address.
    int of(long address) {
        if (address == 0) {
            return CodeTable.NO_MAPPING;
        }
        for (int i = 0; i < mappings.size(); i++) {
            if (mappings.get(i).contains(address)) {
                return i;
            }
        }
        for (int i = 0; i < mappings.size(); i++) {
            var mapping = mappings.get(i);
            if (mapping.offset() != 0 && fromOffsetZero(mapping).contains(address)) {
                mappings.set(i, fromOffsetZero(mapping));
                return i;
            }
        }
        if (nameless == NOT_YET) {
            mappings.add(new Mapping(0, -1, 0, "", ""));
            nameless = mappings.size() - 1;
        }
        return nameless;
    }

    private static Mapping fromOffsetZero(Mapping mapping) {
        return new Mapping(mapping.start() - mapping.offset(), mapping.limit(), 0, mapping.file(), mapping.buildId());
    }

    List<Mapping> all() {
        return mappings;
    }
}
