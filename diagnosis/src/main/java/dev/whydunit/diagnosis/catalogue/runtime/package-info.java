/// Root causes in the Go runtime itself.
@NullMarked
package dev.whydunit.diagnosis.catalogue.runtime;

import org.jspecify.annotations.NullMarked;
