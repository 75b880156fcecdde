package dev.whydunit.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// One symptom or one latent fault: a statement about a subject, with its numbers and the places that show it.
///
/// @param id        which kind of symptom
/// @param nature    seen at run time, or latent in source or binary
/// @param subject   what it is about
/// @param statement one sentence for a person, with the numbers in it
/// @param numbers   the typed figures behind the statement, by measure
/// @param cites     where it is shown, at least one, in the order of importance
public record Finding(
        FindingId id,
        Nature nature,
        Subject subject,
        String statement,
        Map<Measure, Quantity> numbers,
        List<Cite> cites) {

    /// Seen, or only possible.
    public enum Nature {
        OBSERVED,
        LATENT
    }

    public Finding {
        Objects.requireNonNull(id);
        Objects.requireNonNull(nature);
        Objects.requireNonNull(subject);
        if (statement.isBlank()) {
            throw new IllegalArgumentException(id + ": a finding needs its statement");
        }
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
        cites = List.copyOf(cites);
        if (cites.isEmpty()) {
            throw new IllegalArgumentException(id + ": a finding needs a cite");
        }
    }

    /// A symptom seen at run time.
    public static Finding observed(FindingId id, Subject subject, String statement, Cite first, Cite... further) {
        var cites = new ArrayList<Cite>();
        cites.add(first);
        cites.addAll(List.of(further));
        return new Finding(id, Nature.OBSERVED, subject, statement, Map.of(), cites);
    }

    /// The same finding with one more figure.
    public Finding with(Measure measure, Quantity quantity) {
        var more = new TreeMap<>(numbers);
        more.put(measure, quantity);
        return new Finding(id, nature, subject, statement, more, cites);
    }

    /// The same finding with further places.
    public Finding citing(List<Cite> further) {
        var all = new ArrayList<>(cites);
        further.stream().filter(cite -> !all.contains(cite)).forEach(all::add);
        return new Finding(id, nature, subject, statement, numbers, all);
    }

    /// One of the figures, if the finding has it.
    public Optional<Quantity> number(Measure measure) {
        return Optional.ofNullable(numbers.get(measure));
    }
}
