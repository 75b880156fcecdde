package dev.whydunit.report.waits;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.goroutine.Argument;
import dev.whydunit.evidence.goroutine.Goroutine;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import dev.whydunit.evidence.goroutine.Stack;
import dev.whydunit.evidence.goroutine.WaitReason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// Dumps made by hand for the tests of this module.
public final class Dumps {
    private static final GoroutineDump.Detail GO_1_26 =
            new GoroutineDump.Detail(true, false, true, true, true, true, true, true);

    private Dumps() {}

    /// A dump of these groups.
    public static GoroutineDump of(GoroutineGroup... groups) {
        long count = Arrays.stream(groups).mapToLong(GoroutineGroup::count).sum();
        return new GoroutineDump(
                Origin.UNKNOWN,
                new Cite("dump.txt", 1, 0, 10),
                GoroutineDump.Form.STACK_ALL,
                GO_1_26,
                count,
                100,
                List.of(groups),
                true);
    }

    /// Goroutines that wait for the lock at an address by a chain of calls, the innermost first.
    public static GoroutineGroup waiting(long firstId, int count, long lock, String... calls) {
        var functions = new String[calls.length + 2];
        functions[0] = "internal/sync.(*Mutex).lockSlow";
        functions[1] = "sync.(*Mutex).Lock";
        System.arraycopy(calls, 0, functions, 2, calls.length);
        return group(WaitReason.MUTEX_LOCK, "sync.Mutex.Lock", firstId, count, lock, functions);
    }

    /// Goroutines in some state whose innermost frame has one certain word.
    public static GoroutineGroup group(
            WaitReason reason, String state, long firstId, int count, long word, String... functions) {
        var frames = Arrays.stream(functions)
                .map(function -> Frame.of(function, "/src/shop/stock.go", 40))
                .toList();
        var members = LongStream.range(firstId, firstId + count)
                .mapToObj(id -> goroutine(id, word))
                .toList();
        var minutes = new GoroutineGroup.WaitMinutes(count, OptionalInt.of(3), OptionalInt.of(3), OptionalInt.of(3));
        return new GoroutineGroup(reason, state, new Stack(frames, Optional.empty(), false), count, minutes, members);
    }

    private static Goroutine goroutine(long id, long word) {
        return new Goroutine(
                id,
                OptionalLong.empty(),
                OptionalInt.of(3),
                false,
                false,
                Map.of(),
                List.of(new Argument(0, 0, word, true)),
                new Cite("dump.txt", id, id * 10, id * 10 + 9));
    }
}
