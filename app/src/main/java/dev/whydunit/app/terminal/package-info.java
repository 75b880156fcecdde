/// What the process is connected to: its streams, its colours, its exit codes.
@NullMarked
package dev.whydunit.app.terminal;

import org.jspecify.annotations.NullMarked;
