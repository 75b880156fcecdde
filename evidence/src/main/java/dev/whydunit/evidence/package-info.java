/// The model that every other module speaks: evidence with its place and origin, findings with their
/// subject and numbers, and the names of the field made canonical. Depends on nothing.
@NullMarked
package dev.whydunit.evidence;

import org.jspecify.annotations.NullMarked;
