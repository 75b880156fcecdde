package dev.whydunit.evidence;

/// The name of a figure of a finding: lower-case words with hyphens, `goroutines`, `gc-cpu-share`.
public record Measure(String name) implements Comparable<Measure> {

    public Measure {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a measure needs a name");
        }
    }

    @Override
    public int compareTo(Measure other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
