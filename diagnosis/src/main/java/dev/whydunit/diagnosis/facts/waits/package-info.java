/// Who waits in which operation, on which object, and who may hold it.
@NullMarked
package dev.whydunit.diagnosis.facts.waits;

import org.jspecify.annotations.NullMarked;
