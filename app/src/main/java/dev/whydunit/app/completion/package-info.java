/// Shell completion, made from the commands themselves.
@NullMarked
package dev.whydunit.app.completion;

import org.jspecify.annotations.NullMarked;
