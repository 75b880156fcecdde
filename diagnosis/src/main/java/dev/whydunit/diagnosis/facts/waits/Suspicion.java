package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.SourceLine;
import dev.whydunit.evidence.goroutine.Goroutine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Looks for those who may hold a lock among all goroutines of a dump.
///
/// The reasons are those of [Relation]. Where words show that a goroutine works on another object of the
/// type, it is no suspect; no word with `?` is ever used.
final class Suspicion {

    private final List<WaitPoint> points;
    private final List<MemberWords> looked = new ArrayList<>();

    Suspicion(List<WaitPoint> points) {
        this.points = points;
    }

    /// What is known of a lock: its address, and by whom it is taken.
    private record Wanted(
            OptionalLong address,
            Set<Long> objects,
            long[] sortedObjects,
            Map<FunctionName, Integer> lockLines,
            Set<String> owners,
            Set<Long> waiting) {

        static Wanted of(OptionalLong address, List<LockWait> waits) {
            Set<Long> objects = waits.stream()
                    .flatMap(wait -> wait.object().stream().boxed())
                    .collect(Collectors.toSet());
            return new Wanted(
                    address,
                    objects,
                    objects.stream().mapToLong(Long::longValue).sorted().toArray(),
                    waits.stream().collect(Collectors.toMap(LockWait::function, LockWait::line, Math::min)),
                    waits.stream().map(LockWait::owner).collect(Collectors.toSet()),
                    waits.stream().map(wait -> wait.member().id()).collect(Collectors.toSet()));
        }

        boolean isIt(long word) {
            return objects.contains(word) || (address.isPresent() && Words.covers(word, address.getAsLong()));
        }

        boolean isKnown() {
            return address.isPresent() || !objects.isEmpty();
        }
    }

    /// Those who may hold the lock that these wait for, the best reason first, then in the order of the
    /// dump.
    List<Suspect> of(OptionalLong address, List<LockWait> waits) {
        Wanted wanted = Wanted.of(address, waits);
        if (looked.isEmpty()) {
            points.stream().map(MemberWords::of).forEach(looked::add);
        }
        return looked.stream()
                .flatMap(words -> suspects(words, wanted).stream())
                .sorted(Comparator.comparing(Suspect::relation))
                .toList();
    }

    private static List<Suspect> suspects(MemberWords words, Wanted wanted) {
        Place place = Place.of(words, wanted);
        Set<Relation> seen = new HashSet<>();
        IntStream members = place.isElsewhere()
                ? words.membersWith(wanted.sortedObjects())
                : IntStream.range(0, words.members().size());
        return members.filter(member ->
                        !wanted.waiting().contains(words.members().get(member).id()))
                .mapToObj(member -> suspect(words, member, place, wanted))
                .flatMap(Optional::stream)
                .filter(suspect -> suspect.relation() == Relation.SAME_OBJECT || seen.add(suspect.relation()))
                .toList();
    }

    /// What the frames of a place say of a lock, the same for each goroutine there.
    ///
    /// @param methods frames of methods of those who take the lock: their first argument is the object
    /// @param beyond  the first of them that has not yet to come to the line of the lock; empty where all
    ///                   have
    /// @param past    whether one of them stands behind that line
    private record Place(List<Integer> methods, Optional<Frame> beyond, boolean past) {
        /// Nothing here names the lock's owners: only the words of single goroutines can tell.
        boolean isElsewhere() {
            return methods.isEmpty() && beyond.isEmpty();
        }

        static Place of(MemberWords words, Wanted wanted) {
            List<Frame> frames = words.point().group().stack().frames();
            List<Integer> named = framesOfOwners(words, wanted);
            List<Frame> beyond = named.stream()
                    .map(frames::get)
                    .filter(frame -> !isBeforeLock(frame, wanted))
                    .toList();
            return new Place(
                    named.stream()
                            .filter(frame ->
                                    frames.get(frame).function().receiverType().isPresent())
                            .toList(),
                    beyond.stream().findFirst(),
                    beyond.stream().anyMatch(frame -> isPastLock(frame, wanted)));
        }
    }

    /// The frames in functions or methods of those who take the lock.
    private static List<Integer> framesOfOwners(MemberWords words, Wanted wanted) {
        List<FunctionName> functions = words.functions();
        return IntStream.range(words.point().caller(), functions.size())
                .filter(frame -> isOfOwner(functions.get(frame), wanted))
                .boxed()
                .toList();
    }

    private static boolean isOfOwner(FunctionName function, Wanted wanted) {
        return wanted.lockLines().containsKey(function)
                || function.receiverType()
                        .filter(type -> wanted.owners().contains(function.packagePath() + "." + type))
                        .isPresent();
    }

    private static Optional<Suspect> suspect(MemberWords words, int at, Place place, Wanted wanted) {
        WaitPoint point = words.point();
        Goroutine member = words.members().get(at);
        for (int frame : place.methods()) {
            OptionalLong receiver = words.first(at, frame);
            if (receiver.isPresent() && wanted.isIt(receiver.getAsLong())) {
                Frame method = point.group().stack().frames().get(frame);
                return Optional.of(new Suspect(point, member, 1, Relation.SAME_OBJECT, method));
            }
            if (receiver.isPresent() && wanted.isKnown()) {
                return Optional.empty();
            }
        }
        if (place.beyond().isEmpty()) {
            return words.holds(at, wanted.sortedObjects()) ? byWord(words, at) : Optional.empty();
        }
        Relation relation = place.past() ? Relation.SAME_FUNCTION : Relation.SAME_TYPE;
        return Optional.of(new Suspect(
                point, member, point.group().count(), relation, place.beyond().get()));
    }

    /// Whether a frame stands in a function that takes the lock, behind the line where it does.
    private static boolean isPastLock(Frame frame, Wanted wanted) {
        Integer lockLine = wanted.lockLines().get(frame.function().enclosing());
        int line = frame.location().map(SourceLine::line).orElse(0);
        return lockLine != null && line > lockLine;
    }

    /// Whether a frame has not come to the line yet where its function takes the lock.
    private static boolean isBeforeLock(Frame frame, Wanted wanted) {
        FunctionName function = frame.function().enclosing();
        return wanted.lockLines().containsKey(function)
                && !isPastLock(frame, wanted)
                && frame.location().isPresent();
    }

    /// A function of another type that got the object as an argument; only where the lock's own address is
    /// known.
    private static Optional<Suspect> byWord(MemberWords words, int at) {
        WaitPoint point = words.point();
        return point.innermostOwn()
                .map(own -> new Suspect(point, words.members().get(at), 1, Relation.SAME_OBJECT, own));
    }
}
