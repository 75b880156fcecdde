/// What loggers and collectors put around lines, and how it comes off.
///
/// ```
/// EnvelopedText  a whole input: plain where its head, middle and end show no envelope; else line by line
/// Peeling        one line, layer by layer, to the message, its time and its process
/// Streams        one segmenter for each process and output
/// JsonFields     the fields of a JSON log line; KeyValues those of a key=value line
/// ```
@NullMarked
package dev.whydunit.formats.envelope;

import org.jspecify.annotations.NullMarked;
