/// What the log around the runtime evidence says: lines that no other format claims, searched for known wordings.
///
/// The wordings are data: `wordings.tsv` has kind, wording and what kind of peer the line names.
@NullMarked
package dev.whydunit.formats.log;

import org.jspecify.annotations.NullMarked;
