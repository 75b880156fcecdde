package dev.whydunit.evidence;

import java.util.Set;

/// The first path elements under which the Go distribution keeps its packages (`go list std`, Go 1.27).
final class StandardLibrary {

    static final Set<String> ROOTS = Set.of(
            "archive",
            "bufio",
            "builtin",
            "bytes",
            "cmp",
            "compress",
            "container",
            "context",
            "crypto",
            "database",
            "debug",
            "embed",
            "encoding",
            "errors",
            "expvar",
            "flag",
            "fmt",
            "go",
            "hash",
            "html",
            "image",
            "index",
            "internal",
            "io",
            "iter",
            "log",
            "maps",
            "math",
            "mime",
            "net",
            "os",
            "path",
            "plugin",
            "reflect",
            "regexp",
            "runtime",
            "simd",
            "slices",
            "sort",
            "strconv",
            "strings",
            "structs",
            "sync",
            "syscall",
            "testing",
            "text",
            "time",
            "type",
            "unicode",
            "unique",
            "unsafe",
            "uuid",
            "weak");

    private StandardLibrary() {}
}
