/// How tests give inputs to formats.
@NullMarked
package dev.whydunit.formats.reading;

import org.jspecify.annotations.NullMarked;
