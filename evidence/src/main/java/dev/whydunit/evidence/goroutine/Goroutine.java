package dev.whydunit.evidence.goroutine;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.RowList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// One goroutine of a group, with what tells it from the others.
///
/// @param id          the runtime's number
/// @param parent      the goroutine that created it (`in goroutine N`, Go 1.21 and later)
/// @param waitMinutes the minutes of the header; empty where it prints none, which does not mean fresh
/// @param lockedToThread whether `locked to thread` is printed
/// @param leaked      whether the runtime tagged it `(leaked)`
/// @param labels      pprof labels of the header
/// @param arguments   the words of its frames, in printed order
/// @param cite        its header line and the lines below
public record Goroutine(
        long id,
        OptionalLong parent,
        OptionalInt waitMinutes,
        boolean lockedToThread,
        boolean leaked,
        Map<String, String> labels,
        List<Argument> arguments,
        Cite cite) {

    public Goroutine {
        Objects.requireNonNull(parent);
        Objects.requireNonNull(waitMinutes);
        labels = Map.copyOf(labels);
        arguments = RowList.copyOf(arguments);
        Objects.requireNonNull(cite);
    }

    /// The words of one frame.
    public Stream<Argument> argumentsOf(int frame) {
        return arguments.stream().filter(argument -> argument.frame() == frame);
    }
}
