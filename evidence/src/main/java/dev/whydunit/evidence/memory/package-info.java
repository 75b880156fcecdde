/// What the Go runtime tells of heap and collector: gctrace, pacer, scavenger, MemStats.
@NullMarked
package dev.whydunit.evidence.memory;

import org.jspecify.annotations.NullMarked;
