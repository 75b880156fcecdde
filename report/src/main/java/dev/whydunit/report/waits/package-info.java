/// Who waits for which lock and who may hold it, ready to be drawn.
@NullMarked
package dev.whydunit.report.waits;

import org.jspecify.annotations.NullMarked;
