package dev.whydunit.diagnosis;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import dev.whydunit.evidence.ProcessIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// All that is known of one process: what a detector sees.
///
/// Facts are derived at their first use and kept. A view is used by one thread.
public final class ProcessView {

    private final ProcessIdentity identity;
    private final List<Evidence> evidence;
    private final List<Gap> gaps;
    private final Map<Fact<?>, Object> facts = new HashMap<>();

    public ProcessView(ProcessIdentity identity, List<Evidence> evidence, List<Gap> gaps) {
        this.identity = Objects.requireNonNull(identity);
        this.evidence = List.copyOf(evidence);
        this.gaps = List.copyOf(gaps);
    }

    public ProcessIdentity identity() {
        return identity;
    }

    /// Everything, in the order of reading.
    public List<Evidence> evidence() {
        return evidence;
    }

    /// All pieces of one type, in the order of reading: for an order in time ask
    /// [dev.whydunit.diagnosis.facts.Snapshots].
    public <E extends Evidence> List<E> all(Class<E> type) {
        return evidence.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// Whether there is a piece of that type.
    public boolean has(Class<? extends Evidence> type) {
        return evidence.stream().anyMatch(type::isInstance);
    }

    /// What could not be read of the inputs that this process's evidence comes from.
    public List<Gap> gaps() {
        return gaps;
    }

    /// Whether nothing is known to be missing from the input at a place.
    public boolean isWhole(Cite cite) {
        return gaps.stream().noneMatch(gap -> gap.at().path().equals(cite.path()));
    }

    /// A fact of this process, derived once.
    @SuppressWarnings("unchecked") // a fact is only ever stored under itself
    public <T> T fact(Fact<T> fact) {
        Object known = facts.get(fact);
        if (known == null) {
            known = fact.derive(this);
            facts.put(fact, known);
        }
        return (T) known;
    }
}
