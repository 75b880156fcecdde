package dev.whydunit.evidence;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What the inputs tell about the process that the evidence is of. Empty parts are unknown, not "none".
///
/// @param host      node or host name
/// @param pod       Kubernetes pod
/// @param container container or compose service
/// @param pid       process id
/// @param buildId   Go or GNU build id
/// @param goVersion such as `go1.26.8`
public record ProcessIdentity(
        Optional<String> host,
        Optional<String> pod,
        Optional<String> container,
        OptionalLong pid,
        Optional<String> buildId,
        Optional<String> goVersion) {

    /// Nothing is known.
    public static final ProcessIdentity UNKNOWN = new ProcessIdentity(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty());

    public ProcessIdentity {
        Objects.requireNonNull(host);
        Objects.requireNonNull(pod);
        Objects.requireNonNull(container);
        Objects.requireNonNull(pid);
        Objects.requireNonNull(buildId);
        Objects.requireNonNull(goVersion);
    }

    /// A container of a pod, as `kubectl logs --prefix` names it.
    public static ProcessIdentity ofPod(String pod, Optional<String> container) {
        return new ProcessIdentity(
                Optional.empty(),
                Optional.of(pod),
                container,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// A container or compose service.
    public static ProcessIdentity ofContainer(String container) {
        return new ProcessIdentity(
                Optional.empty(),
                Optional.empty(),
                Optional.of(container),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// A process of a host, as journald names it.
    public static ProcessIdentity ofHost(String host, OptionalLong pid) {
        return new ProcessIdentity(
                Optional.of(host), Optional.empty(), Optional.empty(), pid, Optional.empty(), Optional.empty());
    }

    /// The same process with its Go version.
    public ProcessIdentity withGoVersion(String version) {
        return new ProcessIdentity(host, pod, container, pid, buildId, Optional.of(version));
    }

    /// Whether nothing tells this process from another (a Go version or build id alone does not).
    public boolean isAnonymous() {
        return host.isEmpty() && pod.isEmpty() && container.isEmpty() && pid.isEmpty();
    }
}
