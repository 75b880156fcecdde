package dev.whydunit.diagnosis.facts.leaks;

import dev.whydunit.diagnosis.facts.waits.Operation;
import dev.whydunit.diagnosis.facts.waits.WaitPoint;
import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.evidence.Subject;
import dev.whydunit.evidence.goroutine.Goroutine;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The goroutines of one dump that one `go` statement made and that wait in one place.
///
/// @param dump      the dump
/// @param operation what they wait in
/// @param points    their groups, the largest first: stacks may differ above the place
public record Site(GoroutineDump dump, Operation operation, List<WaitPoint> points) {

    public Site {
        Objects.requireNonNull(dump);
        Objects.requireNonNull(operation);
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a site without goroutines");
        }
    }

    /// What makes two goroutines belong to one site.
    public record Key(Optional<Frame> createdBy, Operation operation, Optional<Frame> waitsIn) {
        static Key of(WaitPoint point) {
            return new Key(point.group().stack().createdBy(), point.operation(), point.innermostOwn());
        }
    }

    public Key key() {
        return Key.of(points.getFirst());
    }

    public long count() {
        return points.stream().mapToLong(point -> point.group().count()).sum();
    }

    /// The `go` statement; empty for the main goroutine.
    public Optional<Frame> createdBy() {
        return points.getFirst().group().stack().createdBy();
    }

    /// The program's own frames in which they wait, the innermost first.
    public List<Frame> own() {
        return points.getFirst().own();
    }

    /// The median of the printed minutes of the largest group; empty where none is printed.
    public OptionalInt minutes() {
        return points.getFirst().group().waits().median();
    }

    /// The longest printed wait.
    public int longest() {
        return points.stream()
                .mapToInt(point -> point.minutes().orElse(0))
                .max()
                .orElse(0);
    }

    /// The numbers of those goroutines that the dump keeps singly.
    public LongStream ids() {
        return members().mapToLong(Goroutine::id);
    }

    public Stream<Goroutine> members() {
        return points.stream().flatMap(point -> point.group().members().stream());
    }

    public Set<Long> idSet() {
        return ids().boxed().collect(Collectors.toSet());
    }

    /// The goroutines that made them, as far as the headers tell (Go 1.21 and later).
    public long parents() {
        return members()
                .map(Goroutine::parent)
                .filter(OptionalLong::isPresent)
                .distinct()
                .count();
    }

    /// The first place of each group.
    public List<Cite> cites() {
        return points.stream().map(point -> point.group().cite()).toList();
    }

    /// The site as a subject: the `go` statement with the own frames; where the standard library made the
    /// goroutine (a handler), the function that waits.
    public Subject subject() {
        List<Frame> own = own().stream().limit(6).toList();
        return createdBy()
                .filter(frame -> !frame.function().isStandardLibrary() || own.isEmpty())
                .<Subject>map(frame -> new Subject.CreationSite(frame, own))
                .orElseGet(() -> own.isEmpty()
                        ? Subject.Process.whole()
                        : new Subject.Function(
                                own.getFirst(), own.stream().skip(1).toList()));
    }

    /// The declared function that holds the `go` statement.
    public Optional<FunctionName> creator() {
        return createdBy().map(frame -> frame.function().enclosing());
    }
}
