package dev.whydunit.diagnosis;

import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.FindingId;
import java.util.Objects;
import java.util.Optional;

/// What a finding means for a cause.
///
/// @param finding  the finding
/// @param role     whether it names the subject, or supports
/// @param strength how strongly it speaks
/// @param reason   why it speaks for or against, one sentence for a person
/// @param absence  that it is missing speaks against the cause, where the evidence that would show it is there and
///                 whole
public record Clue(FindingId finding, Role role, Strength strength, String reason, Optional<Absence> absence) {

    /// What part a finding plays.
    public enum Role {
        /// Its subject is the verdict's subject: there is one candidate for each such subject.
        SUBJECT,
        /// Counts where its subject concerns the candidate's.
        SAME_SUBJECT,
        /// Counts wherever in the process it is.
        PROCESS
    }

    /// How strongly a finding speaks, in log-odds. Five names, no decimals of a clue's own.
    public enum Strength {
        /// The runtime or the evidence itself says so.
        PROOF(7.0),
        /// Hardly ever seen without the cause.
        STRONG(4.0),
        /// Seen with it, and sometimes without.
        FAIR(2.0),
        /// A little likelier with it.
        HINT(1.0),
        /// Hardly ever seen together.
        COUNTER(-4.0);

        private final double logOdds;

        Strength(double logOdds) {
            this.logOdds = logOdds;
        }

        public double logOdds() {
            return logOdds;
        }
    }

    /// That a finding is absent where evidence of this type is there and whole.
    ///
    /// @param shownBy  the evidence that would show it
    /// @param strength how much its absence weighs, as log-odds against: of [Strength#HINT] or [Strength#FAIR]
    public record Absence(Class<? extends Evidence> shownBy, Strength strength) {
        public Absence {
            Objects.requireNonNull(shownBy);
            Objects.requireNonNull(strength);
        }
    }

    public Clue {
        Objects.requireNonNull(finding);
        Objects.requireNonNull(role);
        Objects.requireNonNull(strength);
        if (reason.isBlank()) {
            throw new IllegalArgumentException(finding + ": a clue needs its reason");
        }
        Objects.requireNonNull(absence);
    }

    /// A finding whose subject is the verdict's.
    public static Clue subject(String finding, Strength strength, String reason) {
        return new Clue(new FindingId(finding), Role.SUBJECT, strength, reason, Optional.empty());
    }

    /// A finding about the same subject.
    public static Clue same(String finding, Strength strength, String reason) {
        return new Clue(new FindingId(finding), Role.SAME_SUBJECT, strength, reason, Optional.empty());
    }

    /// A finding about the process.
    public static Clue process(String finding, Strength strength, String reason) {
        return new Clue(new FindingId(finding), Role.PROCESS, strength, reason, Optional.empty());
    }

    /// The same clue, whose absence speaks against the cause.
    public Clue whenAbsent(Class<? extends Evidence> shownBy, Strength against) {
        return new Clue(finding, role, strength, reason, Optional.of(new Absence(shownBy, against)));
    }
}
