package dev.whydunit.evidence.log;

/// What a log wording says. The wordings themselves are data of the log format.
public enum LogClueKind {
    /// `too many open files`, EMFILE or ENFILE.
    TOO_MANY_OPEN_FILES,
    /// `http: Accept error: ...; retrying in ...`.
    ACCEPT_ERROR,
    /// `cannot allocate memory`, ENOMEM.
    CANNOT_ALLOCATE_MEMORY,
    /// `resource temporarily unavailable` on fork, clone or thread creation, EAGAIN.
    CANNOT_CREATE_THREAD,
    /// `no space left on device`, ENOSPC.
    NO_SPACE_LEFT,
    /// `i/o timeout`.
    IO_TIMEOUT,
    /// `connection refused`.
    CONNECTION_REFUSED,
    /// `connection reset by peer`.
    CONNECTION_RESET,
    /// `broken pipe`, EPIPE.
    BROKEN_PIPE,
    /// `cannot assign requested address`, ephemeral ports used up.
    NO_EPHEMERAL_PORT,
    /// `no such host`, name resolution failed or timed out.
    NAME_NOT_RESOLVED,
    /// `context deadline exceeded`.
    DEADLINE_EXCEEDED,
    /// `context canceled`.
    CONTEXT_CANCELED,
    /// `Client.Timeout exceeded while awaiting headers` and its kin.
    CLIENT_TIMEOUT,
    /// `TLS handshake timeout`, `TLS handshake error`.
    TLS_HANDSHAKE_ERROR,
    /// `sql: database is closed`, `driver: bad connection`, `invalid connection`.
    BAD_DATABASE_CONNECTION,
    /// `too many connections`, `sorry, too many clients already`, `remaining connection slots are reserved`.
    TOO_MANY_DATABASE_CONNECTIONS,
    /// `redis: connection pool timeout`, `connection pool exhausted`, `timed out waiting for connection`.
    POOL_TIMEOUT,
    /// `rate: Wait(n=..) would exceed context deadline`, HTTP 429, `too many requests`.
    RATE_LIMITED,
    /// HTTP 5xx of an upstream, gRPC `Unavailable`.
    UPSTREAM_UNAVAILABLE,
    /// `signal: killed`, `Killed`, exit 137.
    KILLED,
    /// `signal: terminated`, `received SIGTERM, shutting down` and its kin.
    TERMINATED,
    /// The kernel's OOM killer: `Out of memory: Killed process`, `oom-kill:constraint=`, `OOMKilled`.
    OOM_KILLED,
    /// A retry that a client announces: `retrying in`, `attempt 3/5`.
    RETRYING,
    /// `superfluous response.WriteHeader`, `http: multiple`: harmless noise worth no verdict.
    HTTP_NOISE
}
