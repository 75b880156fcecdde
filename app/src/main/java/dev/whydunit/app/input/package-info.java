/// The files that a person hands to a command.
@NullMarked
package dev.whydunit.app.input;

import org.jspecify.annotations.NullMarked;
