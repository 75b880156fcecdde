package dev.whydunit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final Path PROFILES = Path.of("../formats/src/test/fixtures/pprof");
    private static final Path DUMP = Path.of("../formats/src/test/fixtures/goroutine/shop/go1.26.8-dump.txt");
    private static final Path GC_LOG = Path.of("../formats/src/test/fixtures/godebug/stock-go1.26.log");

    private static final String CRASH = """
            panic: no such tenant: <script>alert(1)</script> "quoted" \u202egnp.exe

            goroutine 18 [running]:
            example.com/shop/cart.(*Cart).Total<img src=x onerror=alert(2)>(0x0)
            \t/src/shop/"><script>alert(3)</script>/cart.go:31 +0x25
            main.main()
            \t/src/shop/main.go:22 +0x1d
            exit status 2
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingOfTheEvidenceBecomesMarkup() throws IOException {
        Files.writeString(folder.resolve("<b>\u001b[31m.log"), CRASH);
        var page = RecordedRun.of("diagnose", "--format", "html", folder.toString())
                .out();
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<img src=x", "<b>", "\u001b", "\u202e")
                .contains("[U+202E]");
    }

    @Test
    void everyKindOfEvidenceHasItsDrawing() {
        var page = RecordedRun.of(
                        "diagnose",
                        "--format",
                        "html",
                        PROFILES.resolve("stock-cpu.pb.gz").toString(),
                        DUMP.toString(),
                        GC_LOG.toString())
                .out();
        assertThat(page)
                .contains("id=\"verdicts\"", "id=\"goroutines\"", "id=\"profiles\"", "id=\"gc\"", "id=\"inputs\"")
                .contains("class=\"flame-data\"", "<path class=\"line live\"", "class=\"sortable groups\"");
    }

    @Test
    void pageNeedsNoNetworkAndIsTheSameEachTime() {
        var arguments = new String[] {"diagnose", "--format", "html", DUMP.toString(), GC_LOG.toString()};
        var page = RecordedRun.of(arguments).out();
        assertThat(page).contains("default-src 'none'").doesNotContain("<link", "src=\"", "@import", "url(", "fetch(");
        assertThat(RecordedRun.of(arguments).out()).isEqualTo(page);
    }
}
