package dev.whydunit.evidence;

import java.util.regex.Pattern;

/// The stable name of one kind of symptom or latent fault, kebab-case: `lock-wait-cycle`.
public record FindingId(String text) implements Comparable<FindingId> {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public FindingId {
        if (!KEBAB.matcher(text).matches()) {
            throw new IllegalArgumentException("not a kebab-case id: " + text);
        }
    }

    @Override
    public int compareTo(FindingId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
