package dev.whydunit.diagnosis.catalogue;

import dev.whydunit.diagnosis.Cause;
import java.util.List;

/// All causes, sorted by name. Adding one: its class, its page beside it, its line here.
public final class Catalogue {

    private static final List<Cause> ALL = List.of();

    private Catalogue() {}

    public static List<Cause> all() {
        return ALL;
    }
}
