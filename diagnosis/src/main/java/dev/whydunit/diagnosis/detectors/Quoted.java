package dev.whydunit.diagnosis.detectors;

/// Texts of a program, cut to what one reads in a sentence.
public final class Quoted {

    /// Longer values hide the sentence around them; the report's excerpt shows more.
    private static final int LENGTH_TOLD = 160;

    private Quoted() {}

    /// The first line of a text, cut.
    public static String line(String text) {
        String first = text.lines().findFirst().orElse("").strip();
        return first.length() <= LENGTH_TOLD ? first : first.substring(0, LENGTH_TOLD) + "…";
    }
}
