package dev.whydunit.diagnosis;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.ProcessIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Splits the evidence of a case by process.
///
/// Evidence that names its process goes to it. Evidence that does not (a profile, a plain dump) joins the only process
/// that is named; where several are named, it is a view of its own, since nothing says whose it is.
final class ProcessViews {

    private ProcessViews() {}

    static List<ProcessView> split(List<Evidence> evidence, List<Gap> gaps) {
        Map<String, List<Evidence>> byProcess = new TreeMap<>();
        List<Evidence> anonymous = new ArrayList<>();
        for (Evidence piece : evidence) {
            ProcessIdentity identity = piece.origin().process();
            if (identity.isAnonymous()) {
                anonymous.add(piece);
            } else {
                byProcess.computeIfAbsent(key(identity), _ -> new ArrayList<>()).add(piece);
            }
        }
        if (byProcess.size() == 1 && !anonymous.isEmpty()) {
            byProcess.values().iterator().next().addAll(anonymous);
        } else if (!anonymous.isEmpty()) {
            byProcess.put("", anonymous);
        }
        return byProcess.values().stream()
                .map(pieces -> view(inReadingOrder(pieces, evidence), gaps))
                .toList();
    }

    /// The parts that tell processes apart. A container that was restarted keeps its name and is one process here: what
    /// it said before and after belongs to one incident.
    private static String key(ProcessIdentity identity) {
        return identity.host().orElse("")
                + '\0'
                + identity.pod().orElse("")
                + '\0'
                + identity.container().orElse("")
                + '\0'
                + (identity.pid().isPresent() ? identity.pid().getAsLong() : "");
    }

    private static List<Evidence> inReadingOrder(List<Evidence> pieces, List<Evidence> all) {
        var positions = new java.util.IdentityHashMap<Evidence, Integer>();
        for (int i = 0; i < all.size(); i++) {
            positions.put(all.get(i), i);
        }
        return pieces.stream()
                .sorted(java.util.Comparator.comparing(positions::get))
                .toList();
    }

    private static ProcessView view(List<Evidence> pieces, List<Gap> gaps) {
        Set<String> paths = pieces.stream().map(Evidence::cite).map(Cite::path).collect(Collectors.toSet());
        List<Gap> own =
                gaps.stream().filter(gap -> paths.contains(gap.at().path())).toList();
        return new ProcessView(mostKnown(pieces), pieces, own);
    }

    /// The identity of the process with all parts that any piece tells.
    private static ProcessIdentity mostKnown(List<Evidence> pieces) {
        Map<String, ProcessIdentity> seen = new LinkedHashMap<>();
        pieces.forEach(piece -> seen.putIfAbsent(
                piece.origin().process().toString(), piece.origin().process()));
        ProcessIdentity result = ProcessIdentity.UNKNOWN;
        for (ProcessIdentity identity : seen.values()) {
            result = new ProcessIdentity(
                    first(result.host(), identity.host()),
                    first(result.pod(), identity.pod()),
                    first(result.container(), identity.container()),
                    result.pid().isPresent() ? result.pid() : identity.pid(),
                    first(result.buildId(), identity.buildId()),
                    first(result.goVersion(), identity.goVersion()));
        }
        return result;
    }

    private static Optional<String> first(Optional<String> known, Optional<String> further) {
        return known.isPresent() ? known : further;
    }
}
