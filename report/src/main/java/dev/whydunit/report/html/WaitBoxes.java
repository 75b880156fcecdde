package dev.whydunit.report.html;

import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.FunctionName;
import dev.whydunit.report.Places;
import dev.whydunit.report.Report;
import dev.whydunit.report.waits.WaitGraph.Folded;
import dev.whydunit.report.waits.WaitGraph.Goroutines;
import dev.whydunit.report.waits.WaitGraph.Lock;
import dev.whydunit.report.waits.WaitGraph.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What stands in the boxes of a wait-for graph, and what is told of the one in focus.
final class WaitBoxes {
    private static final int MOST_FRAMES = 24;

    /// Pixels that a letter of the boxes' type needs, and those that the two margins need.
    private static final double LETTER = 6.75;

    private static final int MARGINS = 26;

    private final Report report;

    WaitBoxes(Report report) {
        this.report = report;
    }

    /// The lines in a box of that width.
    List<String> lines(Node node, int width) {
        int letters = (int) ((width - MARGINS) / LETTER);
        return switch (node) {
            case Goroutines some ->
                List.of(
                        cut(name(some), letters),
                        cut(some.telling().map(WaitBoxes::brief).orElse("no stack"), letters),
                        cut(state(some), letters));
            case Folded folded ->
                List.of(
                        "and " + Counted.of(folded.count(), "goroutine"),
                        "with " + Counted.of(folded.groups(), "other stack"));
            case Lock lock ->
                List.of(
                        lock.address().isPresent() ? "lock " + address(lock) : "lock, address not shown",
                        cut(owner(lock), letters - 2),
                        Counted.of(lock.queue(), "waits", "wait") + minutes(lock.minutes()));
        };
    }

    /// All that is known of a node, in lines.
    String told(Node node) {
        return switch (node) {
            case Goroutines some ->
                name(some) + " [" + report.words().text(state(some)) + "]\n" + frames(some) + "first in "
                        + Places.of(report.place(some.cite()));
            case Folded folded -> String.join("\n", lines(folded, Integer.MAX_VALUE));
            case Lock lock ->
                "Lock that is taken in " + lock.takenIn().function().canonical() + place(lock.takenIn()) + "\n"
                        + Counted.of(lock.queue(), "goroutine waits", "goroutines wait") + " for it"
                        + minutes(lock.minutes());
        };
    }

    private String frames(Goroutines some) {
        var frames = some.frames().stream()
                .limit(MOST_FRAMES)
                .map(frame -> "  " + frame.function().canonical() + place(frame) + "\n")
                .collect(Collectors.joining());
        Optional<String> created =
                some.createdBy().map(frame -> "  created by " + frame.function().canonical() + place(frame) + "\n");
        return frames + created.orElse("");
    }

    private String place(Frame frame) {
        return frame.location()
                .map(line -> "  " + report.words().text(line.toString()))
                .orElse("");
    }

    private static String name(Goroutines some) {
        return some.id().isPresent() ? "goroutine " + some.id().getAsLong() : Counted.of(some.count(), "goroutine");
    }

    private static String state(Goroutines some) {
        return some.state() + minutes(some.minutes().orElse(0));
    }

    private static String minutes(int minutes) {
        return minutes == 0 ? "" : ", " + minutes + " min";
    }

    private static String address(Lock lock) {
        return "0x" + Long.toHexString(lock.address().orElse(0));
    }

    private static String owner(Lock lock) {
        FunctionName function = lock.takenIn().function().enclosing();
        var place = function.packagePath();
        var last = place.substring(place.lastIndexOf('/') + 1);
        return function.receiverType()
                .map(type -> "of a " + last + "." + type)
                .orElse("in " + last + "." + function.withinPackage());
    }

    private static String brief(Frame frame) {
        var name = frame.function().canonical();
        var path = frame.function().packagePath();
        return name.substring(path.lastIndexOf('/') + 1);
    }

    /// The end of a name tells more than its beginning.
    private static String cut(String text, int letters) {
        return text.length() <= letters ? text : "…" + text.substring(text.length() - letters + 1);
    }
}
