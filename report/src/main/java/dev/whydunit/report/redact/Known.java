package dev.whydunit.report.redact;

import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.ProcessIdentity;
import dev.whydunit.evidence.crash.Crash;
import dev.whydunit.evidence.goroutine.Goroutine;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.evidence.goroutine.GoroutineProfile;
import dev.whydunit.evidence.log.LogClue;
import dev.whydunit.evidence.profile.Profile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values that the evidence itself tells to be names or messages: they go out wherever they stand.
final class Known {
    /// Shorter ones are parts of words.
    private static final int SHORTEST = 3;

    /// So much of the beginning of a message tells it where it is cut.
    private static final int TELLING = 16;

    /// Labels of so many samples are looked at: their values repeat.
    private static final int MOST_SAMPLES = 100_000;

    private final Map<String, String> kinds = new HashMap<>();
    private final Set<String> messages = new HashSet<>();
    private final Set<String> lines = new HashSet<>();

    void learn(Evidence piece) {
        learn(piece.origin().process());
        switch (piece) {
            case Crash crash -> learn(crash);
            case GoroutineDump dump ->
                dump.groups().stream()
                        .flatMap(group -> group.members().stream())
                        .map(Goroutine::labels)
                        .forEach(this::learnLabels);
            case GoroutineProfile profile -> profile.groups().forEach(group -> learnLabels(group.labels()));
            case LogClue clue -> lines.add(clue.example());
            case Profile profile -> learn(profile);
            default -> {}
        }
    }

    private void learn(ProcessIdentity identity) {
        identity.host().ifPresent(host -> name("host", host));
        identity.pod().ifPresent(pod -> name("pod", pod));
        identity.container().ifPresent(container -> name("container", container));
    }

    private void learn(Crash crash) {
        crash.panics().forEach(value -> message(value.text()));
        message(crash.message());
    }

    private void learn(Profile profile) {
        for (int sample = 0; profile.hasLabels() && sample < Math.min(MOST_SAMPLES, profile.sampleCount()); sample++) {
            profile.labels(sample).values().stream().flatMap(List::stream).forEach(value -> name("value", value));
        }
    }

    private void learnLabels(Map<String, String> labels) {
        labels.values().forEach(value -> name("value", value));
    }

    void name(String kind, String value) {
        if (value.length() >= SHORTEST) {
            kinds.putIfAbsent(value, kind);
        }
    }

    private void message(String text) {
        if (text.length() >= SHORTEST && !RuntimeMessage.is(text)) {
            messages.add(text);
            text.lines().filter(line -> line.length() >= TELLING).forEach(messages::add);
        }
    }

    /// The text without what is known.
    ///
    /// @param ofLine what a line of a log is without its values
    String without(String text, StandIns standIns, UnaryOperator<String> ofLine) {
        var out = text;
        for (var line : longestFirst(lines)) {
            out = out.contains(line) && !out.equals(line) ? out.replace(line, ofLine.apply(line)) : out;
        }
        for (var message : longestFirst(messages)) {
            out = out.contains(message) ? out.replace(message, standIns.of("text", message)) : out;
            if (message.length() > TELLING) {
                out = withoutCut(out, message, standIns);
            }
        }
        for (var name : longestFirst(kinds.keySet())) {
            if (out.contains(name)) {
                out = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?![\\w(]|\\.\\w+\\()")
                        .matcher(out)
                        .replaceAll(Matcher.quoteReplacement(standIns.of(kinds.getOrDefault(name, "value"), name)));
            }
        }
        return out;
    }

    /// A message that a statement or a line shows the beginning of.
    private static String withoutCut(String text, String message, StandIns standIns) {
        int at = text.indexOf(message.substring(0, TELLING));
        if (at < 0) {
            return text;
        }
        int end = at;
        while (end < text.length() && end - at < message.length() && text.charAt(end) == message.charAt(end - at)) {
            end++;
        }
        return text.substring(0, at) + standIns.of("text", message) + text.substring(end);
    }

    private static List<String> longestFirst(Set<String> values) {
        return values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
