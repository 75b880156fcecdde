/// Time stamps as logs write them.
@NullMarked
package dev.whydunit.formats.time;

import org.jspecify.annotations.NullMarked;
