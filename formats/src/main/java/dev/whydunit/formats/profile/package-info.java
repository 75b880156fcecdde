/// Profiles in the sense of pprof: `profile.proto`, the binary CPU profiles of gperftools, and the text forms that Go
/// (`debug=1`) and older tools write.
///
/// | form | begins with |
/// |---|---|
/// | `profile.proto` | `0a` and a short length: a sample type |
/// | gperftools CPU | machine words 0, 3, 0, period, 0 (32 or 64 bits, either byte order) |
/// | heap, heapz, growthz, fragmentationz | `heap profile: 1: 2 [3: 4] @ heap/1048576` |
/// | contention, mutex | `--- contention:`, `--- mutex:`, `--- contentionz 1 ---` |
/// | counts | `goroutine profile: total 7` |
/// | threadz | `--- threadz 1 ---`, `--- Thread 7f94 (name: main/14748) stack: ---` |
///
/// Source: `google/pprof proto/profile.proto`, `profile/legacy_profile.go`; Go `runtime/pprof/pprof.go`.
@NullMarked
package dev.whydunit.formats.profile;

import org.jspecify.annotations.NullMarked;
