package dev.whydunit.report;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Frame;
import dev.whydunit.evidence.Subject;
import java.util.List;
import java.util.stream.Stream;

/// How places are written: `file:line`.
public final class Places {
    private Places() {}

    /// A place in the input.
    public static String of(Cite cite) {
        return cite.line() == 0 ? cite.path() : cite.path() + ":" + cite.line();
    }

    /// The frames at which a person looks, the subject's own first.
    public static List<Frame> frames(Subject subject) {
        return Stream.concat(subject.frames().stream(), subject.context().stream())
                .distinct()
                .toList();
    }
}
