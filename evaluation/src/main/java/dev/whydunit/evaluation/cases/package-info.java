/// Recorded cases: evidence with the answer that it must have.
@NullMarked
package dev.whydunit.evaluation.cases;

import org.jspecify.annotations.NullMarked;
