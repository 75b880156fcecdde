/// The program: the way in, and the rehearsal that the AOT cache is made from.
@NullMarked
package dev.whydunit.app;

import org.jspecify.annotations.NullMarked;
