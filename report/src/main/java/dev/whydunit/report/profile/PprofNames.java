package dev.whydunit.report.profile;

import dev.whydunit.evidence.profile.CodeFunction;

/// The names that pprof prints for functions: those of the profile, without the parameters and template arguments of
/// names that look like C++. Mangled C++ and Rust names stay as they are.
///
/// Source: `google/pprof internal/symbolizer` (`Demangle`).
final class PprofNames {
    private PprofNames() {}

    static String of(CodeFunction function) {
        if (!function.name().isEmpty() && !function.name().equals(function.systemName())) {
            return function.name();
        }
        var name = function.systemName();
        return looksLikeCpp(name) ? withoutPairs(withoutPairs(name, '(', ')'), '<', '>') : name;
    }

    /// `class.<init>` is Java, `pkg.(*T[...]).M` is Go.
    private static boolean looksLikeCpp(String name) {
        if (name.contains(".<") || name.contains("]).")) {
            return false;
        }
        return name.contains("::")
                || name.indexOf('<') >= 0
                || name.indexOf('>') >= 0
                || name.indexOf('[') >= 0
                || name.indexOf(']') >= 0;
    }

    /// The name without what stands between matching brackets; unchanged from the first one that closes nothing.
    private static String withoutPairs(String name, char open, char close) {
        var kept = new StringBuilder(name.length());
        int depth = 0;
        int openedAt = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == open && depth++ == 0) {
                openedAt = i;
            }
            if (c == close && depth == 0) {
                return kept.append(name, i, name.length()).toString();
            }
            if (depth == 0) {
                kept.append(c);
            } else if (c == close) {
                depth--;
            }
        }
        return depth == 0
                ? kept.toString()
                : kept.append(name, openedAt, name.length()).toString();
    }
}
