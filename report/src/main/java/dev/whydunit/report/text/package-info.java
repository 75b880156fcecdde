/// A diagnosis for a person at a terminal.
@NullMarked
package dev.whydunit.report.text;

import org.jspecify.annotations.NullMarked;
