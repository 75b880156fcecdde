package dev.whydunit.report.waits;

import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.goroutine.Goroutine;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineGroup;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Who waits for which lock in one dump, and who may hold it.
///
/// @param dump  what shows it
/// @param nodes goroutines and locks; edges name them by their index
/// @param edges from those who wait to what they wait for, and on to those who may hold it
public record WaitGraph(GoroutineDump dump, List<Node> nodes, List<Edge> edges) {

    public WaitGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /// Whether some locks close a cycle.
    public boolean hasCycle() {
        return edges.stream().anyMatch(Edge::inCycle);
    }

    /// What an edge joins.
    public sealed interface Node {}

    /// One goroutine, or several that share stack and state.
    ///
    /// @param count     how many
    /// @param id        its number, where it is one
    /// @param operation what they wait in, or do
    /// @param state     the header's own text
    /// @param minutes   the longest wait that a header prints
    /// @param frames    innermost first
    /// @param createdBy who started them
    /// @param cite      the first one
    public record Goroutines(
            long count,
            OptionalLong id,
            Operation operation,
            String state,
            OptionalInt minutes,
            List<Frame> frames,
            Optional<Frame> createdBy,
            Cite cite)
            implements Node {
        public Goroutines {
            frames = List.copyOf(frames);
        }

        static Goroutines one(Goroutine member, GoroutineGroup group, Operation operation) {
            return new Goroutines(
                    1,
                    OptionalLong.of(member.id()),
                    operation,
                    group.reasonText(),
                    member.waitMinutes(),
                    group.stack().frames(),
                    group.stack().createdBy(),
                    member.cite());
        }

        static Goroutines several(long count, Goroutine first, GoroutineGroup group, Operation operation) {
            return new Goroutines(
                    count,
                    count == 1 ? OptionalLong.of(first.id()) : OptionalLong.empty(),
                    operation,
                    group.reasonText(),
                    group.longestWait(),
                    group.stack().frames(),
                    group.stack().createdBy(),
                    first.cite());
        }

        /// The first frame outside of the runtime and the standard library, else the innermost.
        public Optional<Frame> telling() {
            return frames.stream()
                    .filter(frame -> !frame.function().isStandardLibrary())
                    .findFirst()
                    .or(() -> frames.stream().findFirst());
        }
    }

    /// Goroutines that are not drawn one group by one.
    ///
    /// @param count  how many goroutines
    /// @param groups with so many distinct stacks
    public record Folded(long count, int groups) implements Node {}

    /// A lock.
    ///
    /// @param address where a word shows it
    /// @param takenIn the function that takes it
    /// @param queue   how many wait for it
    /// @param minutes the longest wait
    public record Lock(OptionalLong address, Frame takenIn, long queue, int minutes) implements Node {}

    /// What an edge says.
    public enum Kind {
        WAITS_FOR,
        HELD_BY
    }

    /// How far an edge can be trusted.
    public enum Grade {
        /// A word of the waiter, alive while it waits, is the lock's address.
        PROVEN,
        /// The object is worked on further down the own stack, or by exactly one goroutine elsewhere.
        PROBABLE,
        /// Names of types and functions alone speak for it, or several goroutines are possible.
        POSSIBLE
    }

    /// One edge.
    ///
    /// @param from    index of a node
    /// @param to      index of a node
    /// @param inCycle whether it is part of a cycle
    /// @param why     the reason for the grade, as a sentence
    public record Edge(int from, int to, Kind kind, Grade grade, boolean inCycle, String why) {}
}
