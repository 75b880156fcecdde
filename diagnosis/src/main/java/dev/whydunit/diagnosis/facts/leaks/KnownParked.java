package dev.whydunit.diagnosis.facts.leaks;

import dev.whydunit.diagnosis.facts.OwnCode;
import dev.whydunit.diagnosis.facts.waits.WaitPoint;
import dev.whydunit.evidence.Frame;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Goroutines of libraries and servers that park for months and are no leak: the table `known-parked.tsv`,
/// one place for all such knowledge. A row is the start of a canonical function name, and why it parks.
public final class KnownParked {

    private static final List<String> STARTS = read();

    private KnownParked() {}

    /// Whether the code in which goroutines are parked is in the table: the frames from the innermost one
    /// to the first of the program's own. What calls further out (a server that runs the program's
    /// handler) says nothing.
    public static boolean contains(WaitPoint point, OwnCode own) {
        List<Frame> frames = point.frames();
        int firstOwn = 0;
        while (firstOwn < frames.size() && !own.isOwn(frames.get(firstOwn))) {
            firstOwn++;
        }
        boolean isLibrary = firstOwn == frames.size();
        Stream<Frame> inner = frames.stream().limit(firstOwn + 1L);
        Stream<Frame> creator = point.group().stack().createdBy().stream().filter(_ -> isLibrary);
        return Stream.concat(inner, creator)
                .map(frame -> frame.function().canonical())
                .anyMatch(name -> STARTS.stream().anyMatch(name::startsWith));
    }

    private static List<String> read() {
        InputStream table = Objects.requireNonNull(KnownParked.class.getResourceAsStream("known-parked.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
