package dev.whydunit.evidence;

import java.util.Objects;
import java.util.Optional;

/// The canonical name of a Go function, made in one place so that a dump, a profile and a source tree agree on it:
/// import path, receiver, name and closure chain as the compiler numbers it (`pkg.(*T).M.func1.2`, `-fm`, `-range1`,
/// `gowrap1`), type arguments folded to `[...]`, the path up to `/vendor/` and the escapes of the linker (`%2e`, `·`,
/// `∕`) undone. A C function keeps its symbol.
///
/// Source of the escapes: `cmd/internal/objabi.PathToPrefix`; of the names: `cmd/compile/internal/ir/func.go`
/// (`closureName`).
///
/// @param canonical the normalised name, such as `example.com/shop/stock.(*Store).Reserve.func1`
public record FunctionName(String canonical) implements Comparable<FunctionName> {

    public FunctionName {
        Objects.requireNonNull(canonical);
    }

    /// Normalises a name as a dump, profile or symbol table prints it.
    public static FunctionName of(String raw) {
        String name = raw;
        int vendor = name.lastIndexOf("/vendor/");
        if (vendor >= 0) {
            name = name.substring(vendor + "/vendor/".length());
        }
        if (name.indexOf('·') >= 0) {
            name = name.replace('·', '.');
        }
        if (name.indexOf('∕') >= 0) {
            name = name.replace('∕', '/');
        }
        if (name.indexOf('%') >= 0) {
            name = unescape(name);
        }
        if (name.indexOf('[') >= 0) {
            name = foldTypeArguments(name);
        }
        return new FunctionName(name);
    }

    private static String unescape(String name) {
        var plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int high = c == '%' && i + 2 < name.length() ? Character.digit(name.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(name.charAt(i + 2), 16);
            if (low >= 0) {
                plain.append((char) (high * 16 + low));
                i += 2;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static String foldTypeArguments(String name) {
        var folded = new StringBuilder(name.length());
        int depth = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '[' && depth++ == 0) {
                folded.append("[...]");
            } else if (c == ']' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /// The import path: everything before the first dot after the last slash of the path part. Empty for C symbols.
    public String packagePath() {
        int dot = packageEnd();
        return dot < 0 ? "" : canonical.substring(0, dot);
    }

    /// What follows the package: `(*Store).Reserve.func1`; the whole name for C symbols.
    public String withinPackage() {
        return canonical.substring(packageEnd() + 1);
    }

    private int packageEnd() {
        int typeArguments = canonical.indexOf('[');
        int receiver = canonical.indexOf('(');
        int end = canonical.length();
        if (typeArguments >= 0) {
            end = typeArguments;
        }
        if (receiver >= 0 && receiver < end) {
            end = receiver;
        }
        int slash = canonical.lastIndexOf('/', end - 1);
        return canonical.indexOf('.', slash + 1);
    }

    /// The receiver's type without pointer, parentheses and type arguments: `Store`.
    public Optional<String> receiverType() {
        String rest = withinPackage();
        if (rest.startsWith("(")) {
            int close = rest.indexOf(')');
            if (close > 0) {
                String type = rest.substring(rest.startsWith("(*") ? 2 : 1, close);
                return Optional.of(type.replace("[...]", ""));
            }
        }
        return Optional.empty();
    }

    /// The declared function that encloses a closure, wrapper or deferred part: itself where it is declared.
    public FunctionName enclosing() {
        int start = packageEnd() + 1;
        int at = canonical.startsWith("(", start) ? canonical.indexOf(')', start) + 1 : start;
        int nameStart = canonical.startsWith(".", at) ? at + 1 : at;
        int dot = canonical.indexOf('.', nameStart);
        String declared =
                dot < 0 || !isCompilerPart(canonical.substring(dot + 1)) ? canonical : canonical.substring(0, dot);
        return new FunctionName(stripSuffix(declared));
    }

    private static boolean isCompilerPart(String part) {
        return part.startsWith("func")
                || part.startsWith("gowrap")
                || part.startsWith("deferwrap")
                || part.startsWith("glob.")
                || (!part.isEmpty() && Character.isDigit(part.charAt(0)));
    }

    private static String stripSuffix(String name) {
        int dash = name.lastIndexOf('-');
        if (dash > 0 && (name.endsWith("-fm") || name.startsWith("range", dash + 1))) {
            return name.substring(0, dash);
        }
        return name;
    }

    /// Whether the function belongs to the Go runtime or standard library: the first element of its path has no dot.
    public boolean isStandardLibrary() {
        String path = packagePath();
        if (path.isEmpty() || path.equals("main")) {
            return false;
        }
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        return first.indexOf('.') < 0 && StandardLibrary.ROOTS.contains(first);
    }

    @Override
    public int compareTo(FunctionName other) {
        return canonical.compareTo(other.canonical);
    }

    @Override
    public String toString() {
        return canonical;
    }
}
