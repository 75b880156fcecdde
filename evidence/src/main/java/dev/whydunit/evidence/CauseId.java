package dev.whydunit.evidence;

import java.util.regex.Pattern;

/// The stable name of a root cause of the catalogue, kebab-case: `double-lock`. Never renamed, never reused.
public record CauseId(String text) implements Comparable<CauseId> {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public CauseId {
        if (!KEBAB.matcher(text).matches()) {
            throw new IllegalArgumentException("not a kebab-case id: " + text);
        }
    }

    @Override
    public int compareTo(CauseId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
