/// What heap profiles, GC traces and memory statistics say: which site holds and makes how much, what the
/// collector costs, how the live heap moves.
@NullMarked
package dev.whydunit.diagnosis.facts.memory;

import org.jspecify.annotations.NullMarked;
