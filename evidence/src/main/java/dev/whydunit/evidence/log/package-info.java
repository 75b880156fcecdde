/// What the log around the runtime evidence says: clues, counted and dated.
@NullMarked
package dev.whydunit.evidence.log;

import org.jspecify.annotations.NullMarked;
