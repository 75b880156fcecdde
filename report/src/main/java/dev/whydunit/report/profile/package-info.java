/// Views of one profile, with the numbers of `go tool pprof` to the digit.
///
/// ```
/// Profile ─► PprofNames, RecorderNoise ─► FunctionGraph ─► Top ─► TopText
/// ```
@NullMarked
package dev.whydunit.report.profile;

import org.jspecify.annotations.NullMarked;
