/// Where goroutines pile up: by the place that makes them and the operation that they are parked in, in
/// one dump and over several.
@NullMarked
package dev.whydunit.diagnosis.facts.leaks;

import org.jspecify.annotations.NullMarked;
