package dev.whydunit.app.command;

import dev.whydunit.app.terminal.Terminal;

/// What one run of a command has around it.
///
/// @param colors whether results are coloured
/// @param debug whether an error is printed with its stack trace
/// @param version of this program
record Session(Terminal terminal, boolean colors, boolean debug, String version) {}
