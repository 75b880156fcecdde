/// Goroutine dumps: what every goroutine of a process did at one moment, folded to one object per distinct stack.
@NullMarked
package dev.whydunit.evidence.goroutine;

import org.jspecify.annotations.NullMarked;
