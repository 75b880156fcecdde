/// Goroutines that pile up, and what they wait for.
@NullMarked
package dev.whydunit.diagnosis.detectors.leaks;

import org.jspecify.annotations.NullMarked;
