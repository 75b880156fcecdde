/// Locks that are waited for: who holds them, and why they are not given back.
@NullMarked
package dev.whydunit.diagnosis.detectors.locks;

import org.jspecify.annotations.NullMarked;
