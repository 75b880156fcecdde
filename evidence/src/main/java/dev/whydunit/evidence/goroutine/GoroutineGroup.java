package dev.whydunit.evidence.goroutine;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.RowList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/// The goroutines of one dump that share stack and state.
///
/// @param reason     the state of the header
/// @param reasonText the header's own text for it, without marks
/// @param stack      the common stack
/// @param count      how many there are
/// @param waits      the minutes that their headers print
/// @param members    single goroutines, in the order of the dump: all of them, or the first
///                   [#MEMBERS_KEPT] where the group is larger
public record GoroutineGroup(
        WaitReason reason, String reasonText, Stack stack, long count, WaitMinutes waits, List<Goroutine> members) {

    /// So many goroutines of a group are kept singly. A group with more identical stacks is a crowd: who holds what it
    /// waits for is found outside of it, and memory stays bounded.
    public static final int MEMBERS_KEPT = 4096;

    public GoroutineGroup {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(reasonText);
        Objects.requireNonNull(stack);
        Objects.requireNonNull(waits);
        members = RowList.copyOf(members);
        if (members.isEmpty() || count < members.size()) {
            throw new IllegalArgumentException("a group of " + count + " with " + members.size() + " members");
        }
    }

    /// Whether every goroutine of the group is among the members.
    public boolean isWhole() {
        return members.size() == count;
    }

    /// The place of the first one.
    public Cite cite() {
        return members.getFirst().cite();
    }

    /// The longest wait that a header prints.
    public OptionalInt longestWait() {
        return waits.max();
    }

    /// How many minutes the headers of a group print.
    ///
    /// @param printed how many headers print minutes at all
    /// @param min     the smallest printed, empty where none is
    /// @param median  the middle one of the printed
    /// @param max     the largest printed
    public record WaitMinutes(long printed, OptionalInt min, OptionalInt median, OptionalInt max) {
        /// No header prints minutes.
        public static final WaitMinutes NONE =
                new WaitMinutes(0, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
}
