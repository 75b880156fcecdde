/// The text page that Prometheus scrapes (`/metrics`), as far as it tells of the process itself.
@NullMarked
package dev.whydunit.formats.metrics;

import org.jspecify.annotations.NullMarked;
