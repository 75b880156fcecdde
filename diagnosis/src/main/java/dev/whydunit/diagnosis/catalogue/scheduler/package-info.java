/// Causes of the scheduler, of CPU use and of time.
@NullMarked
package dev.whydunit.diagnosis.catalogue.scheduler;

import org.jspecify.annotations.NullMarked;
