package dev.whydunit.evaluation.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the addresses of hidden calls tell of a debug=1 profile.
class CountProfileTest {

    /// `chanrecv` (0x4086bb) is called from two places; `chansend` stands before it.
    private static final String LIBRARY = """
            2 @ 0x43c0f6 0x4086bb 0x4081f8 0x78a931 0x46db01
            #\t0x78a930\tgithub.com/some/lib.(*Server).serve+0x390\t/go/pkg/mod/github.com/some/lib@v1.2.3/server.go:184

            1 @ 0x43c0f6 0x4086bb 0x4081b8 0xa9d9a8 0x46db01
            #\t0xa9d9a7\tmain.main.func6+0x27\t/src/shop/main.go:83

            """;

    private static String stuck(String calls) {
        return "goroutine profile: total 1203\n1200 @ " + calls + " 0xa9b973 0x46db01\n"
                + "#\t0xa9b972\texample.com/shop/cart.(*Cart).push+0x72\t/src/shop/cart/cart.go:80\n\n" + LIBRARY;
    }

    @Test
    void theLowerOfTwoInnerAddressesIsASend() {
        assertThat(Findings.of(stuck("0x43c0f6 0x4078ac 0x40745d"))).contains("stuck-on-send");
    }

    @Test
    void theSharedOneIsAReceive() {
        assertThat(Findings.of(stuck("0x43c0f6 0x4086bb 0x4081f8"))).contains("stuck-on-receive");
    }

    @Test
    void twoHiddenCallsAreASelect() {
        assertThat(Findings.of(stuck("0x43c0f6 0x44c33c"))).contains("stuck-on-select");
    }

    @Test
    void withoutAReceiveToCompareTheKindStaysOpen() {
        String alone = stuck("0x43c0f6 0x4078ac 0x40745d").replace(LIBRARY, "").replace("total 1203", "total 1200");

        assertThat(Findings.of(alone)).doesNotContain("stuck-on-send", "stuck-on-receive", "stuck-on-select");
    }
}
