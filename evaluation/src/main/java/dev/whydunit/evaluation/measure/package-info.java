/// Runs cases and measures the answers.
@NullMarked
package dev.whydunit.evaluation.measure;

import org.jspecify.annotations.NullMarked;
