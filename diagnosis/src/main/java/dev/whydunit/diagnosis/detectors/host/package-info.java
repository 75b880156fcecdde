/// What the host or container gives, and what ran out.
@NullMarked
package dev.whydunit.diagnosis.detectors.host;

import org.jspecify.annotations.NullMarked;
