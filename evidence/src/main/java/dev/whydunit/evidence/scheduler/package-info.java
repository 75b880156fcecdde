/// What the Go runtime tells of its scheduler: schedtrace, scheddetail, inittrace.
@NullMarked
package dev.whydunit.evidence.scheduler;

import org.jspecify.annotations.NullMarked;
