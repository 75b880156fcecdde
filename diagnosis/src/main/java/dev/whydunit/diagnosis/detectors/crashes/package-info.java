/// Symptoms in panics, fatal errors, signals and the ends of processes.
@NullMarked
package dev.whydunit.diagnosis.detectors.crashes;

import org.jspecify.annotations.NullMarked;
