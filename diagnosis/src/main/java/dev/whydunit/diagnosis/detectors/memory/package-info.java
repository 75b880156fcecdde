/// Detectors of what the heap, the collector and the memory of the process show.
@NullMarked
package dev.whydunit.diagnosis.detectors.memory;

import org.jspecify.annotations.NullMarked;
