/// Lines of text to sections: which format claims which lines of a stream.
///
/// ```
/// LineReader   bytes to lines, with their place in the user's file
/// Segmenter    lines of one stream to the sections of all formats
/// PlainText    a whole input without an envelope; large files in parallel ranges
/// ```
@NullMarked
package dev.whydunit.formats.text;

import org.jspecify.annotations.NullMarked;
