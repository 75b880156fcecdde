package dev.whydunit.app.command;

import picocli.CommandLine.Option;

/// Which values of the samples to show: by name, or by the switches that `go tool pprof` has for the usual ones.
final class SampleTypeOptions {
    @Option(
            names = {"--sample-type", "-sample_index"},
            paramLabel = "TYPE",
            description = "Name or index of the sample type, such as alloc_space; the profile's own choice otherwise.")
    private String name = "";

    @Option(
            names = {"--inuse-space", "-inuse_space"},
            description = "Same as --sample-type inuse_space.")
    private boolean inUseSpace;

    @Option(
            names = {"--inuse-objects", "-inuse_objects"},
            description = "Same as --sample-type inuse_objects.")
    private boolean inUseObjects;

    @Option(
            names = {"--alloc-space", "-alloc_space"},
            description = "Same as --sample-type alloc_space.")
    private boolean allocSpace;

    @Option(
            names = {"--alloc-objects", "-alloc_objects"},
            description = "Same as --sample-type alloc_objects.")
    private boolean allocObjects;

    @Option(
            names = {"--total-delay", "-total_delay"},
            description = "Same as --sample-type delay.")
    private boolean totalDelay;

    @Option(
            names = {"--contentions", "-contentions"},
            description = "Same as --sample-type contentions.")
    private boolean contentions;

    /// The name or index asked for; empty for the default.
    String wanted() {
        if (inUseSpace) {
            return "inuse_space";
        }
        if (inUseObjects) {
            return "inuse_objects";
        }
        if (allocSpace) {
            return "alloc_space";
        }
        if (allocObjects) {
            return "alloc_objects";
        }
        if (totalDelay) {
            return "delay";
        }
        return contentions ? "contentions" : name;
    }
}
