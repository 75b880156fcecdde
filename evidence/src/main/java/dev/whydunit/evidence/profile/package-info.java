/// Profiles in the sense of pprof: samples of stacks with values.
@NullMarked
package dev.whydunit.evidence.profile;

import org.jspecify.annotations.NullMarked;
