/// What loggers and collectors put around lines, and how it comes off.
@NullMarked
package dev.whydunit.formats.envelope;

import org.jspecify.annotations.NullMarked;
