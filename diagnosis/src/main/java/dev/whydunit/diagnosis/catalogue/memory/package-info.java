/// Root causes among memory and collector.
@NullMarked
package dev.whydunit.diagnosis.catalogue.memory;

import org.jspecify.annotations.NullMarked;
