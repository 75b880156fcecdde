/// Facts that several detectors ask for: derived once for a process.
@NullMarked
package dev.whydunit.diagnosis.facts;

import org.jspecify.annotations.NullMarked;
