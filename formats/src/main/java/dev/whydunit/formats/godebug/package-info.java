/// The logs that the Go runtime writes to standard error when `GODEBUG` asks for them: `gctrace`, `gcpacertrace`,
/// `scavtrace`, `schedtrace` with `scheddetail`, `inittrace`. Their lines stand among other output; each section
/// collects the lines of its kind until the stream ends, and begins another trace when the process has begun anew.
///
/// Source: `runtime/mgc.go`, `runtime/mgcpacer.go`, `runtime/mgcscavenge.go`, `runtime/proc.go`, `runtime/extern.go`.
@NullMarked
package dev.whydunit.formats.godebug;

import org.jspecify.annotations.NullMarked;
