package dev.whydunit.report;

import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Quantity;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.crash.ProcessEnd;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineProfile;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.evidence.memory.GcTrace;
import dev.whydunit.evidence.profile.Profile;
import java.util.Locale;

/// What a piece of evidence is, in words.
public final class EvidenceNames {
    private EvidenceNames() {}

    /// A short name with the figure that tells it from others of its kind.
    public static String of(Evidence piece) {
        return switch (piece) {
            case Crash crash -> words(crash.kind()) + ": " + crash.message();
            case ProcessEnd end -> end.text();
            case GoroutineDump dump -> "goroutine dump, " + count(dump.count()) + " goroutines";
            case GoroutineProfile profile -> words(profile.kind()) + " profile, total " + count(profile.total());
            case GcTrace trace -> "GC trace, " + count(trace.seen()) + " collections";
            case Profile profile -> words(profile.kind()) + " profile, " + count(profile.sampleCount()) + " samples";
            case LogClue clue -> count(clue.count()) + " log lines, the first: " + clue.example();
            default -> piece.getClass().getSimpleName();
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String count(long things) {
        return Quantity.count(things).text();
    }
}
