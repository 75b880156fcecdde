package dev.whydunit.report.waits;

import dev.whydunit.diagnosis.facts.waits.Suspect;

/// Why a goroutine may hold a lock, as a sentence.
final class HolderReasons {

    static final String MUTUAL = "No stack shows the holder; nobody is left but those who wait for the other lock.";

    static final String FURTHER = "They are as likely as those drawn.";

    private HolderReasons() {}

    static String of(Suspect suspect) {
        var function = suspect.frame().function().canonical();
        return switch (suspect.relation()) {
            case SAME_OBJECT -> "Its call of " + function + " works on the object of this lock.";
            case SAME_FUNCTION -> "It is in " + function + ", behind the line where others wait for this lock.";
            case SAME_TYPE -> "It is in " + function + ", a method of the type whose methods take this lock.";
        };
    }
}
