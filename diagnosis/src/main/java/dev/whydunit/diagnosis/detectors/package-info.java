/// The registry of detectors; each domain has a package of its own.
@NullMarked
package dev.whydunit.diagnosis.detectors;

import org.jspecify.annotations.NullMarked;
