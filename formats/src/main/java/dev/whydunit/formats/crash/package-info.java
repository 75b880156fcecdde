/// Panics, fatal errors and fatal signals as the runtime, `net/http`, middlewares and `go test` print them, with the
/// goroutines after them; and the lines that tell how a process ended.
///
/// ```
/// runtime: goroutine stack exceeds 1000000000-byte limit             prelude
/// panic: first [recovered]                                           PanicChain
///         panic: second                                              PanicChain
/// [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x1]  SignalLines
///
/// goroutine 1 [running]:                                             a GoroutineListing, to the end
/// ```
///
/// Source: `runtime/panic.go` (`printpanics`, `fatalthrow`, `dopanic_m`), `runtime/signal_unix.go` (`fatalsignal`,
/// `dumpregs`), `net/http/server.go` (`conn.serve`), `testing/testing.go` (`startAlarm`).
@NullMarked
package dev.whydunit.formats.crash;

import org.jspecify.annotations.NullMarked;
