package dev.whydunit.diagnosis.facts.leaks;

import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.SourceLine;
import dev.whydunit.evidence.goroutine.GoroutineProfile;
import dev.whydunit.evidence.goroutine.GoroutineProfile.Group;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What goroutines of a debug=1 profile wait in. Its text leaves out the innermost calls, which are the
/// runtime's, but not their addresses: how many there are and how they are shared tells a select, a send
/// and a receive apart.
///
/// A select is parked by `gopark` and `selectgo`. A channel operation is parked by `gopark`, `chansend` or
/// `chanrecv` and what the compiler calls: `chansend1` for each send, `chanrecv1` or `chanrecv2` for a
/// receive. So an inner address with two outer ones is `chanrecv`; and of two inner ones the lower is
/// `chansend`, which stands before `chanrecv` in `runtime/chan.go` and in the binary. Locks, sleep and I/O
/// have calls outside the runtime, which are printed.
final class HiddenCalls {

    /// `gopark` and `selectgo` (or `block`).
    private static final int SELECT_DEPTH = 2;

    /// `gopark`, `chansend` and `chansend1`; up to Go 1.13 with `goparkunlock` between.
    private static final Set<Integer> CHANNEL_DEPTHS = Set.of(3, 4);

    /// Outer addresses by the inner one that they call.
    private final TreeMap<Long, Set<Long>> channelCalls;

    HiddenCalls(GoroutineProfile profile) {
        this.channelCalls = profile.groups().stream()
                .map(Group::hidden)
                .filter(calls -> CHANNEL_DEPTHS.contains(calls.size()))
                .collect(Collectors.groupingBy(
                        HiddenCalls::inner,
                        TreeMap::new,
                        Collectors.mapping(List::getLast, Collectors.toCollection(TreeSet::new))));
    }

    private static long inner(List<Long> calls) {
        return calls.get(calls.size() - 2);
    }

    /// What a group waits in; empty where the addresses do not tell.
    Optional<Operation> of(Group group) {
        List<Long> calls = group.hidden();
        if (group.frames().isEmpty() || isOfRuntime(group.frames().getFirst())) {
            return Optional.empty();
        }
        if (calls.size() == SELECT_DEPTH) {
            return Optional.of(Operation.SELECT);
        }
        return CHANNEL_DEPTHS.contains(calls.size()) ? channel(inner(calls)) : Optional.empty();
    }

    /// Calls that the runtime provides under another package's name, such as `sync.runtime_Semacquire`.
    private static boolean isOfRuntime(Frame frame) {
        return frame.location()
                .map(SourceLine::file)
                .filter(file -> file.startsWith("runtime/") || file.contains("/runtime/"))
                .isPresent();
    }

    private Optional<Operation> channel(long inner) {
        OptionalLong receive = receive();
        if (receive.isEmpty()) {
            return Optional.empty();
        }
        if (inner == receive.getAsLong()) {
            return Optional.of(Operation.CHANNEL_RECEIVE);
        }
        return inner < receive.getAsLong() ? Optional.of(Operation.CHANNEL_SEND) : Optional.empty();
    }

    /// The address within `chanrecv`.
    private OptionalLong receive() {
        OptionalLong shared = channelCalls.entrySet().stream()
                .filter(call -> call.getValue().size() > 1)
                .mapToLong(Map.Entry::getKey)
                .findFirst();
        return shared.isPresent() || channelCalls.size() != 2 ? shared : OptionalLong.of(channelCalls.lastKey());
    }
}
