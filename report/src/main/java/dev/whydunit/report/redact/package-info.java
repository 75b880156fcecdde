/// Takes out of a report what is nobody's business, so that it can be sent around: hosts, addresses, users, tokens,
/// values in messages. The same value has the same stand-in everywhere.
@NullMarked
package dev.whydunit.report.redact;

import org.jspecify.annotations.NullMarked;
