package dev.whydunit.diagnosis.facts.waits;

import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.goroutine.Goroutine;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// The words of the goroutines at one wait point, read once: each lock of the dump asks for them again.
///
/// @param functions of its frames, closures counted to the function that declares them
/// @param members   the goroutines that are looked at
/// @param first     for each of them the first word of each frame, 0 where none can be trusted
/// @param all       for each of them the words from the caller of the operation outward
record MemberWords(
        WaitPoint point, List<FunctionName> functions, List<Goroutine> members, List<long[]> first, List<long[]> all) {

    /// Members of a group that are looked at for words.
    private static final int MEMBERS = 512;

    static MemberWords of(WaitPoint point) {
        List<Goroutine> members =
                point.group().members().stream().limit(MEMBERS).toList();
        int frames = point.group().stack().frames().size();
        return new MemberWords(
                point,
                point.group().stack().frames().stream()
                        .map(frame -> frame.function().enclosing())
                        .toList(),
                members,
                members.stream().map(member -> firstWords(member, frames)).toList(),
                members.stream()
                        .map(member -> Words.from(member, point.caller()).toArray())
                        .toList());
    }

    private static long[] firstWords(Goroutine member, int frames) {
        long[] first = new long[frames];
        member.arguments().stream()
                .filter(argument -> argument.position() == 0 && argument.frame() < frames)
                .filter(Words::isObject)
                .forEach(argument -> first[argument.frame()] = argument.value());
        return first;
    }

    OptionalLong first(int member, int frame) {
        long word = first.get(member)[frame];
        return word == 0 ? OptionalLong.empty() : OptionalLong.of(word);
    }

    /// Members in whose words one of some objects stands.
    ///
    /// @param objects sorted
    IntStream membersWith(long[] objects) {
        return objects.length == 0
                ? IntStream.empty()
                : IntStream.range(0, members.size()).filter(member -> holds(member, objects));
    }

    /// Whether one of some objects stands in the words of a member.
    ///
    /// @param objects sorted
    boolean holds(int member, long[] objects) {
        for (long word : all.get(member)) {
            if (Arrays.binarySearch(objects, word) >= 0) {
                return true;
            }
        }
        return false;
    }
}
