package dev.whydunit.evidence.crash;

import dev.whydunit.evidence.Cite;
import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Origin;
import dev.whydunit.evidence.goroutine.Stack;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// A panic, a fatal error or a fatal signal, with the stack it happened on. The goroutines printed
/// after it are a
/// [dev.whydunit.evidence.goroutine.GoroutineDump] of their own.
///
/// @param kind      which of these
/// @param panics    the chain of panic values, the first raised first; a fatal error has none
/// @param message   the last panic's text, the text after `fatal error: `, or the signal's line
/// @param signal    the `[signal ...]` line or the signal's header
/// @param prelude   the runtime's lines before it (`runtime: goroutine stack exceeds ...`),
///                  without the prefix's meaning
/// @param goroutine the goroutine it happened on
/// @param stack     its stack; empty where none is printed
/// @param whole     false where the text is cut
public record Crash(
        Origin origin,
        Cite cite,
        Kind kind,
        List<PanicValue> panics,
        String message,
        Optional<Signal> signal,
        List<String> prelude,
        OptionalLong goroutine,
        Optional<Stack> stack,
        boolean whole)
        implements Evidence {

    /// What ended the process.
    public enum Kind {
        /// `panic: ...`, unrecovered: the process ends.
        PANIC,
        /// A panic that somebody recovered and logged (`http: panic serving ...`, a middleware):
        /// the process goes on.
        RECOVERED_PANIC,
        /// `fatal error: ...`: cannot be recovered.
        FATAL_ERROR,
        /// A fatal signal without either: `SIGQUIT: quit`, `SIGABRT: abort`, `SIGSEGV: segmentation violation`.
        SIGNAL
    }

    /// One value of the chain.
    ///
    /// @param text       as printed, continuation lines included, without the `[recovered]` mark;
    ///                   what Go 1.27 prints
    ///                   unformatted (`runtime.errorString("...")`) as it reads formatted
    /// @param recovered  a deferred call recovered it before the next was raised
    /// @param repanicked the same value was raised again (`[recovered, repanicked]`, Go 1.25 and later)
    /// @param goexit     `runtime.Goexit` ran in between (`[goexit]`)
    /// @param cite       its line
    public record PanicValue(String text, boolean recovered, boolean repanicked, boolean goexit, Cite cite) {
        public PanicValue {
            Objects.requireNonNull(text);
            Objects.requireNonNull(cite);
        }
    }

    /// A signal as the runtime prints it.
    ///
    /// @param name    `SIGSEGV`
    /// @param code    the `code=` or `sigcode=` value
    /// @param address the faulting address
    /// @param pc      the program counter
    /// @param duringCgo whether `signal arrived during cgo execution` is printed
    public record Signal(String name, OptionalLong code, OptionalLong address, OptionalLong pc, boolean duringCgo) {
        public Signal {
            Objects.requireNonNull(name);
            Objects.requireNonNull(code);
            Objects.requireNonNull(address);
            Objects.requireNonNull(pc);
        }
    }

    public Crash {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(cite);
        Objects.requireNonNull(kind);
        panics = List.copyOf(panics);
        Objects.requireNonNull(message);
        Objects.requireNonNull(signal);
        prelude = List.copyOf(prelude);
        Objects.requireNonNull(goroutine);
        Objects.requireNonNull(stack);
    }
}
