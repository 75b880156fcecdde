package dev.whydunit.formats.profile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whydunit.evidence.profile.Profile;
import dev.whydunit.formats.ParseOutcome;
import dev.whydunit.formats.reading.Inputs;

/// Any bytes end in an outcome. The corpus stands in the resources of this test.
class ProfileFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) {
        if (ProfileReader.read("fuzz", bytes, Inputs.LIMITS) instanceof ParseOutcome.Parsed parsed) {
            for (var evidence : parsed.evidence()) {
                if (evidence instanceof Profile profile) {
                    profile.locations()
                            .forEach(location -> location.frames()
                                    .forEach(frame -> frame.function().packagePath()));
                }
            }
        }
    }
}
