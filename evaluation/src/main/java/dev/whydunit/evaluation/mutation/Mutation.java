package dev.whydunit.evaluation.mutation;

import java.util.Objects;
import java.util.random.RandomGenerator;

/// One change of a case's evidence that is known not to change its answer, or to allow others that are
/// named.
///
/// @param name   for the name of the variant
/// @param change what it does
record Mutation(String name, Change change) {

    /// What a mutation does.
    @FunctionalInterface
    interface Change {

        /// Changes a variant.
        ///
        /// @return whether there was anything to change
        boolean apply(Variant variant, RandomGenerator random);
    }

    Mutation {
        Objects.requireNonNull(name);
        Objects.requireNonNull(change);
    }
}
