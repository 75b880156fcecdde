/// Takes evidence from a live process, gently: it counts before it asks for what stops the world.
///
/// ```
/// Capture     the order of the requests, and what is left out for the sake of the process
/// Endpoint    where the process listens; only this host is asked
/// Connection  one GET: over HTTP, or HTTP over a Unix socket
/// Manifest    what came when, and what was refused
/// Trigger     'goroutines>10000 or rss>80%'
/// ```
@NullMarked
package dev.whydunit.capture;

import org.jspecify.annotations.NullMarked;
