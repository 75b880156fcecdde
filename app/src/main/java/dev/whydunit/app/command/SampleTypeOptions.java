package dev.whydunit.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Which values of the samples to show: by name, or by the switches that `go tool pprof` has for the usual ones.
final class SampleTypeOptions {
    private static final String NAME = "--sample-type";

    /// Each switch with the sample type that it stands for, as pprof has them.
    private static final Map<String, String> SWITCHES = new LinkedHashMap<>();

    static {
        SWITCHES.put("inuse_space", "inuse_space");
        SWITCHES.put("inuse_objects", "inuse_objects");
        SWITCHES.put("alloc_space", "alloc_space");
        SWITCHES.put("alloc_objects", "alloc_objects");
        SWITCHES.put("total_delay", "delay");
        SWITCHES.put("contentions", "contentions");
    }

    private SampleTypeOptions() {}

    /// The options, of which at most one can be given.
    static ArgGroupSpec describe() {
        var group = ArgGroupSpec.builder().exclusive(true);
        group.addArg(OptionSpec.builder(NAME, "-sample_index")
                .paramLabel("TYPE")
                .type(String.class)
                .description(
                        "Name or index of the sample type, such as alloc_space; the profile's own choice otherwise.")
                .build());
        SWITCHES.forEach((name, sampleType) -> group.addArg(OptionSpec.builder(longName(name), "-" + name)
                .type(boolean.class)
                .description("Same as --sample-type " + sampleType + ".")
                .build()));
        return group.build();
    }

    /// The name or index asked for; empty for the default.
    static String wanted(ParseResult arguments) {
        for (var entry : SWITCHES.entrySet()) {
            if (arguments.hasMatchedOption(longName(entry.getKey()))) {
                return entry.getValue();
            }
        }
        return arguments.matchedOptionValue(NAME, "");
    }

    private static String longName(String name) {
        return "--" + name.replace('_', '-');
    }
}
