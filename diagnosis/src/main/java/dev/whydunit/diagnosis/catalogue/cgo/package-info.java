/// Root causes along C and unsafe.
@NullMarked
package dev.whydunit.diagnosis.catalogue.cgo;

import org.jspecify.annotations.NullMarked;
