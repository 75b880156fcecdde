package dev.whydunit.evidence.profile;

/// Which profile, told by sample and period types.
public enum ProfileKind {
    CPU,
    /// `inuse_space` and `alloc_space`: heap and allocs are the same data.
    HEAP,
    GOROUTINE,
    GOROUTINE_LEAK,
    THREAD_CREATE,
    /// `contentions` and `delay`, of `/debug/pprof/mutex`: who held the locks that others waited for.
    MUTEX,
    /// The same types, of `/debug/pprof/block`; a profile does not say which of the two it is, stacks do.
    BLOCK,
    /// Wall clock profiles of other collectors.
    WALL,
    OTHER
}
