package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.Callers.Caller;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Who may call what: each endpoint is really called by everybody, and docs/roles.md says what came out. */
@CityTest
@Import({PretendWeChatConfiguration.class, Callers.class})
class RoleMatrixTests {

    private static final Path PAGE = Path.of("../docs/roles.md");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Autowired
    private Callers callers;

    @LocalServerPort
    private int port;

    private List<Endpoint> endpoints;

    @BeforeEach
    void list() {
        endpoints = Endpoint.all(handlers);
        assertThat(endpoints).hasSizeGreaterThan(15);
    }

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        assertThat(endpoints)
                .filteredOn(endpoint -> endpoint.access() instanceof Access.Closed && !endpoint.isOpenByPath())
                .as("handlers without @Allowed or @Anyone")
                .isEmpty();
    }

    @Test
    void everybodyIsLetInExactlyWhereTheHandlerSays() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            for (Role role : Role.values()) {
                check(endpoint, callers.of(role), endpoint.isFor(role) ? 0 : 403, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoIsNotLoggedInOrNoLongerIsNobody() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            for (Caller nobody : List.of(callers.nobody(), callers.expired(), callers.revoked(), callers.invented())) {
                check(endpoint, nobody, endpoint.isForEverybody() ? 0 : 401, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatNoHandlerAnswersIsNotThere() {
        Caller admin = callers.of(Role.SYSTEM_ADMIN);
        for (String path :
                List.of("/api/v1/nothing", "/actuator/metrics", "/actuator/info", "/actuator", "/etc", "/api")) {
            assertThat(Endpoint.get(path).call(port, admin)).as(path).isEqualTo(404);
            assertThat(Endpoint.get(path).call(port, callers.nobody())).as(path).isEqualTo(404);
        }
        assertThat(Endpoint.get("/actuator/health").call(port, callers.nobody()))
                .isEqualTo(200);
        assertThat(Endpoint.get("/v3/api-docs").call(port, callers.nobody())).isEqualTo(200);
    }

    @Test
    void theMatrixInTheDocsIsTheMatrixInTheCode() throws IOException {
        String page = RolePage.of(endpoints);
        if (Boolean.getBoolean("quanmin.write-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("run with -Dquanmin.write-docs=true to write it anew")
                .content()
                .isEqualTo(page);
    }

    /** @param refusal the status expected, 0 for any but 401 and 403 */
    private void check(Endpoint endpoint, Caller caller, int refusal, List<String> wrong) {
        int status = endpoint.call(port, caller);
        boolean right = refusal == 0 ? status != 401 && status != 403 : status == refusal;
        if (!right || status >= 500 && status != 503) {
            wrong.add("%s by %s: %d".formatted(endpoint, caller.name(), status));
        }
    }
}
