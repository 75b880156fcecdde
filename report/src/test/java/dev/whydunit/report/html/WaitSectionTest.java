package dev.whydunit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.diagnosis.Diagnosis;
import dev.whydunit.evidence.goroutine.GoroutineDump;
import dev.whydunit.report.Excerpts;
import dev.whydunit.report.Report;
import dev.whydunit.report.waits.Dumps;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitSectionTest {
    private static final GoroutineDump DOUBLE = Dumps.of(
            Dumps.waiting(
                    7,
                    1,
                    0xc000010020L,
                    "example.com/shop.(*Shelf).Count",
                    "example.com/shop.(*Shelf).Close",
                    "main.main"),
            Dumps.waiting(20, 1200, 0xc000010020L, "example.com/shop.(*Shelf).Count", "example.com/shop.serve"));

    @Test
    void boxesAndArrowsTellGradeCycleAndCount() {
        assertThat(page(DOUBLE))
                .contains("id=\"waits\"", "1 lock that is waited for", ", with a cycle")
                .contains("goroutine 7", "1,200 goroutines", "lock 0xc000010020")
                .contains("wait-edge waits-for proven in-cycle", "wait-edge held-by possible in-cycle")
                .contains("wait-box goroutines in-cycle\" tabindex=\"0\"");
    }

    @Test
    void namesOfTheEvidenceAreNoMarkup() {
        var hostile = "example.com/shop.(*Shelf).<svg onload=alert(1)>\u202e\"'";
        assertThat(page(Dumps.of(Dumps.waiting(7, 2, 0xc000010020L, hostile, "</title><script>alert(2)</script>"))))
                .doesNotContain("<svg onload", "<script>alert", "\u202e")
                .contains("&lt;svg onload=alert(1)&gt;", "&lt;/title&gt;");
    }

    @Test
    void pageIsTheSameEachTimeAndNamesNoAddressOfTheNetwork() {
        assertThat(page(DOUBLE)).isEqualTo(page(DOUBLE)).doesNotContain("http://", "https://", "src=", "url(");
    }

    private static String page(GoroutineDump dump) {
        var diagnosis = new Diagnosis(
                Diagnosis.Outcome.UNDETERMINED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return DiagnosisHtml.of(new Report("1", List.of(), List.of(dump), diagnosis, Excerpts.NONE));
    }
}
