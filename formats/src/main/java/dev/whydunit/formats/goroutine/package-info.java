/// Goroutine dumps in the text form of the runtime, of every Go release from 1.5 on.
///
/// ```
/// goroutine 7 [chan receive (leaked), 12 minutes, locked to thread]:    Header
/// example.com/shop.(*Store).wait(0xc000010000?, {0x4b1c20, 0x1})        StackLines: function, with arguments
///         /src/shop/store.go:41 +0x1d                                   StackLines: location
/// example.com/shop.Run(...)                                             inlined: no arguments
///         /src/shop/run.go:12
/// created by main.main in goroutine 1                                   Go 1.21: in goroutine
///         /src/main.go:9 +0x5d
///
/// goroutine 8 ...
/// ```
///
/// Nothing is kept per line or goroutine but numbers: names and places are told apart by their bytes ([ByteStrings]),
/// a stack is a sequence of frame numbers ([StackGroups]), and what tells one goroutine of a group from another
/// lies in columns ([MemberColumns]). Objects are made once, for distinct stacks, when the dump ends.
///
/// Source: `runtime/traceback.go` (`goroutineheader`, `traceback2`, `printcreatedby`, `printAncestorTraceback`,
/// `printOneCgoTraceback`), `runtime/panic.go`.
@NullMarked
package dev.whydunit.formats.goroutine;

import org.jspecify.annotations.NullMarked;
