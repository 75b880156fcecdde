package dev.whydunit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final List<String> SECRETS = List.of(
            "alice",
            "acme-corp",
            "4711223",
            "db-primary",
            "prod.example.com",
            "10.20.30.40",
            "192.168.7.9",
            "2001:db8:85a3::8a2e:370:7334",
            "bob.miller@mail.example.org",
            "eyJhbGciOiJIUzI1NiJ9",
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI",
            "hunter2",
            "s3cr3tpw",
            "tr0ub4dor",
            "9f86d081884c7d659a2feaa0c55ad015",
            "ghp_abcdefghijklmnop1234",
            "web-7d4b9c6f5-x2x9z",
            "node-17",
            "tenant-blue",
            "MIIEowIBAAKCAQEA");

    private static final String CRASH = """
            2026-11-02T10:00:00Z level=error msg="login failed" user=alice password=hunter2 tenant="acme-corp"
            2026-11-02T10:00:01Z dial tcp 10.20.30.40:5432: i/o timeout
            2026-11-02T10:00:02Z dial tcp [2001:db8:85a3::8a2e:370:7334]:5432: connection refused
            2026-11-02T10:00:03Z Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl
            2026-11-02T10:00:04Z GET https://svc:s3cr3tpw@db-primary.prod.example.com/x?token=tr0ub4dor: i/o timeout
            2026-11-02T10:00:05Z aws AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY accept: too many open files
            panic: no account 4711223 of acme-corp (bob.miller@mail.example.org, key 9f86d081884c7d659a2feaa0c55ad015)

            goroutine 18 [running, labels:{"tenant":"tenant-blue"}]:
            example.com/shop/cart.(*Cart).Total(0x0)
            \t/home/alice/src/shop/cart/cart.go:31 +0x25
            main.main()
            \t/home/alice/src/shop/main.go:22 +0x1d
            exit status 2
            """;

    private static final String DOCKER = """
            {"log":"panic: ghp_abcdefghijklmnop1234 refused by 192.168.7.9 -----BEGIN RSA PRIVATE KEY-----MIIEowIBAAKCAQEA\\n","stream":"stderr","time":"2026-11-02T10:00:06Z"}
            {"log":"\\n","stream":"stderr","time":"2026-11-02T10:00:06Z"}
            {"log":"goroutine 7 [running]:\\n","stream":"stderr","time":"2026-11-02T10:00:06Z"}
            {"log":"example.com/shop/pay.Charge(0x1)\\n","stream":"stderr","time":"2026-11-02T10:00:06Z"}
            {"log":"\\t/home/alice/src/shop/pay/pay.go:77 +0x1\\n","stream":"stderr","time":"2026-11-02T10:00:06Z"}
            """;

    private static final String JOURNAL = """
            Nov 02 10:00:07 node-17 shop[812]: fatal error: concurrent map writes
            Nov 02 10:00:07 node-17 shop[812]:
            Nov 02 10:00:07 node-17 shop[812]: goroutine 9 [running]:
            Nov 02 10:00:07 node-17 shop[812]: example.com/shop/stock.Put(0x1)
            Nov 02 10:00:07 node-17 shop[812]: \t/home/alice/src/shop/stock/stock.go:12 +0x1
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void plant() throws IOException {
        var home = Files.createDirectories(folder.resolve("home/alice/db-primary"));
        Files.writeString(home.resolve("web-7d4b9c6f5-x2x9z.log"), CRASH);
        Files.writeString(home.resolve("acme-corp.json"), DOCKER);
        Files.writeString(home.resolve("node-17.log"), JOURNAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "md", "html", "sarif"})
    void noPlantedSecretIsLeftAndCodeStays(String format) {
        var report = RecordedRun.of(
                        "diagnose", "--redact", "--verbose", "--top", "9", "--format", format, folder.toString())
                .out();
        assertThat(SECRETS).allSatisfy(secret -> assertThat(report).doesNotContain(secret));
        assertThat(report).contains("example.com/shop/cart.(*Cart).Total", "cart.go", "31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "html"})
    void unredactedReportTellsWhatIsThere(String format) {
        var report = RecordedRun.of("diagnose", "--format", format, folder.toString())
                .out();
        assertThat(report).contains("alice", "4711223", "web-7d4b9c6f5-x2x9z.log");
    }
}
