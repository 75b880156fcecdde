/// Root causes among data: panics of the language and of the program.
@NullMarked
package dev.whydunit.diagnosis.catalogue.data;

import org.jspecify.annotations.NullMarked;
