/// Recorded cases, what the diagnosis makes of them, and how far its confidences can be trusted.
@NullMarked
package dev.whydunit.evaluation;

import org.jspecify.annotations.NullMarked;
