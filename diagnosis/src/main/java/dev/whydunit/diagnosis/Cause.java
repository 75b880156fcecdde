package dev.whydunit.diagnosis;

import dev.whydunit.evidence.CauseId;
import dev.whydunit.evidence.FindingId;
import java.util.List;
import java.util.Set;

/// One root cause of the catalogue: which findings speak for it and against it and how strongly, what it explains, and
/// how it is told to a person. Stateless.
public interface Cause {

    /// The stable name.
    CauseId id();

    /// How bad it is.
    Severity severity();

    /// How often it is the answer, before any evidence.
    Prior prior();

    /// What speaks for and against it. At least one [Clue.Role#SUBJECT] clue: without such a finding there is no
    /// verdict.
    List<Clue> clues();

    /// Other causes that are only effects where this one holds: they are not reported as root causes of their own.
    default Set<CauseId> explains() {
        return Set.of();
    }

    /// Symptoms without a cause of their own that it accounts for.
    default Set<FindingId> accountsFor() {
        return Set.of();
    }

    /// Says it: title, explanation, remedy, and what would settle it.
    Narrative narrate(Support support);

    /// How often a cause is the answer before any evidence, in log-odds: three classes and no decimals of a cause's
    /// own.
    enum Prior {
        /// Met every week by whoever runs Go services.
        COMMON(-3.0),
        /// Met now and then.
        OCCASIONAL(-3.5),
        /// Met once in years, or only by specialists.
        RARE(-4.0),
        /// Stands only where nothing sharper is shown.
        LAST_RESORT(-3.5);

        private final double logOdds;

        Prior(double logOdds) {
            this.logOdds = logOdds;
        }

        public double logOdds() {
            return logOdds;
        }
    }
}
