/// Root causes among locks.
@NullMarked
package dev.whydunit.diagnosis.catalogue.locks;

import org.jspecify.annotations.NullMarked;
