/// A diagnosis for tools that show findings beside the source.
@NullMarked
package dev.whydunit.report.sarif;

import org.jspecify.annotations.NullMarked;
