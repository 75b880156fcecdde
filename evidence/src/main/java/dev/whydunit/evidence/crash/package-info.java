/// Panics, fatal errors and signals that ended (or, recovered, nearly ended) a process.
@NullMarked
package dev.whydunit.evidence.crash;

import org.jspecify.annotations.NullMarked;
