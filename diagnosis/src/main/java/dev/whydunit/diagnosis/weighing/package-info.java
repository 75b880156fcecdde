/// From findings to verdicts: candidates are scored, compete over shared evidence, explain each other away, and get
/// their confidence.
@NullMarked
package dev.whydunit.diagnosis.weighing;

import org.jspecify.annotations.NullMarked;
