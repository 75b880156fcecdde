/// From bytes to evidence: inputs are opened, log envelopes come off, formats recognise and parse what is left.
///
/// ```
/// input.*      files, folders, archives, compression: Content
/// envelope.*   docker JSON, CRI, journald, klog, ...: lines of text by process, with time
/// text.*       lines to sections: which format claims which lines
/// goroutine.*, crash.*, profile.*, godebug.*, log.*   one format each
/// ```
@NullMarked
package dev.whydunit.formats;

import org.jspecify.annotations.NullMarked;
