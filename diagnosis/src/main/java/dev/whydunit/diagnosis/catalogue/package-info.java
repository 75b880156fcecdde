/// The registry of causes; each group of the catalogue has a package of its own.
@NullMarked
package dev.whydunit.diagnosis.catalogue;

import org.jspecify.annotations.NullMarked;
