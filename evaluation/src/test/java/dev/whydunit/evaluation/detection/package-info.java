/// Detectors and causes on texts: what fires, and the near-misses that stay silent.
@NullMarked
package dev.whydunit.evaluation.detection;

import org.jspecify.annotations.NullMarked;
