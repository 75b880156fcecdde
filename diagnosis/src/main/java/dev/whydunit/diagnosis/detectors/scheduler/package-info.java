/// The scheduler and the use of CPU: who computes, who waits for a processor.
@NullMarked
package dev.whydunit.diagnosis.detectors.scheduler;

import org.jspecify.annotations.NullMarked;
