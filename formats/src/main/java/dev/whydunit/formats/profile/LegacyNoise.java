package dev.whydunit.formats.profile;

/// The functions of allocators and profilers themselves, which legacy profiles show at the leaf of each stack.
///
/// Source: the lists at the end of `google/pprof profile/legacy_profile.go`.
final class LegacyNoise {
    /// Allocation entry points of C, C++, tcmalloc, macOS, and all of Go's runtime.
    static final String ALLOCATORS = "(tc_|__libc_|cpp_)?([cm]alloc|realloc|c?free|p?valloc|(do_|(__)?posix_)?memalign)"
            + "|tc_(new|delete)(array)?(_nothrow)?|tcmalloc::.*|malloc_zone_.*|BaseArena::.*|(::)?do_malloc.*"
            + "|DoSampledAllocation|MallocedMemBlock::MallocedMemBlock|_M_allocate|__builtin_(vec_)?(new|delete)"
            + "|(__gnu_cxx::new_allocator|__malloc_alloc_template)::allocate|allocate|cpp_alloc|simple_alloc::allocate"
            + "|operator new(\\[\\])?|runtime\\..*";

    /// Of the runtime, what calls the user's code.
    static final String ALLOCATORS_KEPT = "runtime\\.panic|runtime\\.reflectcall|runtime\\.call[0-9]*";

    static final String LOCKS = "(base::)?(RecordLockProfileData|Submit(Mutex|SpinLock)ProfileData).*"
            + "|((base::)?Mutex::)?(AwaitCommon|Unlock(Slow)?|ReaderUnlock).*|((base::)?MutexLock::)?~MutexLock.*"
            + "|(SpinLock::)?(Slow)?Unlock.*|(SpinLockHolder::)?~SpinLockHolder.*";

    static final String PROFILER =
            "ProfileData::(Add|prof_handler)|CpuProfiler::prof_handler|__pthread_sighandler|__restore";

    private LegacyNoise() {}
}
