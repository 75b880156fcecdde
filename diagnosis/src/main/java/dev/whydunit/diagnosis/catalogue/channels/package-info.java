/// Root causes among goroutines and channels.
@NullMarked
package dev.whydunit.diagnosis.catalogue.channels;

import org.jspecify.annotations.NullMarked;
