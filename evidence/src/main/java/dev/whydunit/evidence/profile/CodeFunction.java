package dev.whydunit.evidence.profile;

import java.util.Objects;

/// A function as a profile names it, before any normalisation: views print these very names.
///
/// @param name       as shown to people, demangled where the recorder did it; empty where it is not known
/// @param systemName the linker's symbol
/// @param file       source file, empty where it is not known
/// @param startLine  line of its declaration, 0 where it is not known
public record CodeFunction(String name, String systemName, String file, long startLine) {
    public CodeFunction {
        Objects.requireNonNull(name);
        Objects.requireNonNull(systemName);
        Objects.requireNonNull(file);
    }
}
