/// JSON as the command line promises it.
@NullMarked
package dev.whydunit.report.json;

import org.jspecify.annotations.NullMarked;
