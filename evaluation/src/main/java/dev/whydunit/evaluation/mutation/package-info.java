/// Derives variants of recorded cases, each with the answer that it must have: other releases' syntax,
/// other envelopes, lost evidence, company.
@NullMarked
package dev.whydunit.evaluation.mutation;

import org.jspecify.annotations.NullMarked;
