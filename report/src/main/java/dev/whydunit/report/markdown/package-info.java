/// A diagnosis as the draft of a post-mortem.
@NullMarked
package dev.whydunit.report.markdown;

import org.jspecify.annotations.NullMarked;
