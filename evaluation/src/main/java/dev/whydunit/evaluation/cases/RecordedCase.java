package dev.whydunit.evaluation.cases;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Evidence with the answer that it must have.
///
/// @param name      how the case is called in results
/// @param evidence  its files
/// @param causes    the right ids; `healthy` where nothing may be reported, `undetermined` where the
///                  evidence cannot decide
/// @param alsoRight ids that are right too
/// @param subject   what a function, site, type or lock of the first verdict must match
/// @param recording cases of one recording do not vouch for each other
/// @param composed  the evidence was composed from the format's source and not recorded
public record RecordedCase(
        String name,
        List<Path> evidence,
        List<String> causes,
        Set<String> alsoRight,
        Optional<Pattern> subject,
        String recording,
        boolean composed) {

    /// The answer that nothing is wrong.
    public static final String HEALTHY = "healthy";

    /// The answer that the evidence cannot decide.
    public static final String UNDETERMINED = "undetermined";

    public RecordedCase {
        Objects.requireNonNull(name);
        evidence = List.copyOf(evidence);
        causes = List.copyOf(causes);
        alsoRight = Set.copyOf(alsoRight);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(recording);
    }

    /// Whether an answer is right.
    public boolean accepts(String answer) {
        return causes.contains(answer) || alsoRight.contains(answer);
    }

    /// Whether nothing may be reported.
    public boolean isHealthy() {
        return causes.contains(HEALTHY);
    }

    /// A variant of this case with other evidence, and with further right answers.
    public RecordedCase moved(String otherName, List<Path> files, Set<String> furtherRight) {
        Set<String> right = new HashSet<>(alsoRight);
        right.addAll(furtherRight);
        return new RecordedCase(otherName, files, causes, right, subject, recording, composed);
    }
}
