package dev.whydunit.formats;

import dev.whydunit.evidence.Evidence;
import dev.whydunit.evidence.Gap;
import java.util.List;
import java.util.stream.Stream;

/// All that was read of a case.
///
/// @param inputs   one report for each input, sorted by path
/// @param evidence in the order of the inputs, within an input in the order of the file; equal content under several
///                 names only once
public record Reading(List<InputReport> inputs, List<Evidence> evidence) {
    public Reading {
        inputs = List.copyOf(inputs);
        evidence = List.copyOf(evidence);
    }

    /// The gaps of all inputs.
    public List<Gap> gaps() {
        return inputs.stream().flatMap(input -> input.gaps().stream()).toList();
    }

    /// Two readings as one.
    public static Reading concat(Reading first, Reading second) {
        return new Reading(
                Stream.concat(first.inputs.stream(), second.inputs.stream()).toList(),
                Stream.concat(first.evidence.stream(), second.evidence.stream()).toList());
    }
}
