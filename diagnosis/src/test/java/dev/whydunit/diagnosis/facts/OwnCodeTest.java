package dev.whydunit.diagnosis.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whydunit.evidence.Frame;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnCodeTest {

    private static final Frame CALL = Frame.of("net/http.(*Client).Do", "net/http/client.go", 590);
    private static final Frame DRIVER =
            Frame.of("github.com/jackc/pgx/v5.(*Conn).Query", "github.com/jackc/pgx/v5@v5.7.1/conn.go", 700);
    private static final Frame VENDORED =
            Frame.of("github.com/go-redis/redis.(*Client).Get", "/build/shop/vendor/github.com/go-redis/redis/c.go", 4);
    private static final Frame HANDLER = Frame.of("github.com/acme/shop/stock.(*Store).Find", "/build/stock/s.go", 41);
    private static final Frame CGO = Frame.of("main._Cfunc_render", "_cgo_gotypes.go", 60);

    private final OwnCode own = new OwnCode(Set.of());

    @Test
    void codeOutsideTheStandardLibraryAndDependenciesIsOwn() {
        assertThat(own.frames(List.of(CALL, DRIVER, VENDORED, CGO, HANDLER))).containsExactly(HANDLER);
    }

    @Test
    void aLibraryThatRunsByItselfIsToldByItsOwnFrames() {
        assertThat(own.frames(List.of(CALL, DRIVER))).containsExactly(DRIVER);
    }

    @Test
    void theModuleOfMainIsOwnInTheModuleCacheToo() {
        var installed = new OwnCode(Set.of("/go/pkg/mod/github.com/nats-io/nats-server/v2@v2.10.4/"));
        Frame server = Frame.of(
                "github.com/nats-io/nats-server/v2/server.(*client).readLoop",
                "/go/pkg/mod/github.com/nats-io/nats-server/v2@v2.10.4/server/client.go",
                1300);
        assertThat(installed.isOwn(server)).isTrue();
        assertThat(installed.isOwn(DRIVER)).isFalse();
    }
}
