/// From evidence to root causes.
///
/// ```
/// Evidence ─► ProcessView ─► facts ─► detectors ─► findings ─► catalogue ─► weighing ─► Diagnosis
/// ```
/// The evidence is split by process; facts (the wait-for graph, the order of snapshots) are derived once; detectors are
/// pure functions from a view to findings; causes of the catalogue weigh findings; what a stronger cause explains is
/// its effect and not a root cause.
@NullMarked
package dev.whydunit.diagnosis;

import org.jspecify.annotations.NullMarked;
