/// From what a person names to the contents that formats read: folders are walked, compression and archives taken off.
///
/// ```
/// InputWalk   paths to files; links, pipes, devices and .git are left out
/// Packing     what the first bytes say: gzip, zstd, tar, zip or none of them
/// Unpacking   one file to its contents, nested archives too, within the limits
/// Spool       bytes that can be read again: in memory where they are few, in a file of our own otherwise
/// ```
@NullMarked
package dev.whydunit.formats.input;

import org.jspecify.annotations.NullMarked;
