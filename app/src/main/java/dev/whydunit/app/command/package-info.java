/// The commands of the command line, one class each.
@NullMarked
package dev.whydunit.app.command;

import org.jspecify.annotations.NullMarked;
