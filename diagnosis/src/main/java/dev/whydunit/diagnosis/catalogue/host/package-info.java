/// Root causes outside the process.
@NullMarked
package dev.whydunit.diagnosis.catalogue.host;

import org.jspecify.annotations.NullMarked;
