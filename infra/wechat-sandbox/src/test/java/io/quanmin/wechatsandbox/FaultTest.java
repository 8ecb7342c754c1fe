package io.quanmin.wechatsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.http.CallRecord;
import io.quanmin.wechatsandbox.http.Fault;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FaultTest extends SandboxTest {

    private static final String LOGIN = "/sns/jscode2session";

    @Test
    void anErrorStrikesAsOftenAsItWasToldAndNoMore() {
        sandbox.faults().add(Fault.error(LOGIN, -1).times(2));
        String code = sandbox.act().loginCode("u01");

        assertThat(errcode(backend.login(code))).isEqualTo(-1);
        assertThat(errcode(backend.login(code))).isEqualTo(-1);
        assertThat(backend.login(code).has("openid")).isTrue();
        assertThat(sandbox.faults().active()).isEmpty();
    }

    @Test
    void anErrorAfterTheWorkTurnsARepeatedLoginCodeIntoAUsedOne() {
        sandbox.faults().add(Fault.error(LOGIN, -1).times(1).afterTheWork());
        String code = sandbox.act().loginCode("u01");

        assertThat(errcode(backend.login(code))).isEqualTo(-1);
        assertThat(errcode(backend.login(code))).isEqualTo(40163);
    }

    @Test
    void aStormOfDeadTokensSparesTheTokensOwnPaths() {
        sandbox.faults().add(Fault.tokenStorm(40001));
        String token = backend.token();

        assertThat(token).isNotEmpty();
        assertThat(backend.tryToken(token)).isEqualTo(40001);
        assertThat(backend.login(sandbox.act().loginCode("u01")).has("openid")).isTrue();
        sandbox.faults().clear();
        assertThat(backend.tryToken(token)).isZero();
    }

    @Test
    void revokedTokensAreDeadUntilNewOnesAreFetched() {
        String token = backend.token();
        sandbox.tokens().revokeAll(sandbox.apps().mini().appid());

        assertThat(backend.tryToken(token)).isEqualTo(40001);
        assertThat(backend.tryToken(backend.token())).isZero();
    }

    @Test
    void aGatewayErrorIsNoJsonAndAnEmptyBodyIsEmpty() {
        sandbox.faults().add(Fault.http("/cgi-bin/*", 502).times(1));
        sandbox.faults().add(Fault.emptyBody("/cgi-bin/*").times(1));

        HttpResponse<byte[]> first = backend.send("GET", "/cgi-bin/token", new byte[0]);
        HttpResponse<byte[]> second = backend.send("GET", "/cgi-bin/token", new byte[0]);

        assertThat(first.statusCode()).isEqualTo(502);
        assertThat(new String(first.body(), StandardCharsets.UTF_8)).contains("<html>");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void aSlowAnswerComesAfterItsDelayWithTheWorkDone() {
        sandbox.faults()
                .add(Fault.slow("/cgi-bin/stable_token", Duration.ofMillis(200)).times(1));
        long started = System.nanoTime();

        assertThat(backend.token()).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aProbabilityStrikesAboutSoOften() {
        sandbox.faults().add(Fault.error("/cgi-bin/getcallbackip", 45009).withProbability(0.3));
        String token = backend.token();

        long struck = IntStream.range(0, 200)
                .filter(unused -> backend.tryToken(token) == 45009)
                .count();

        assertThat(struck).describedAs("with seed %s", SEED).isBetween(40L, 80L);
    }

    @Test
    void quotaAndAddressErrorsHaveWeChatsWords() {
        sandbox.faults().add(Fault.error("/cgi-bin/token", 40164).times(1));

        JsonNode refused = backend.plainToken();

        assertThat(errcode(refused)).isEqualTo(40164);
        assertThat(errmsg(refused)).startsWith("invalid ip 127.0.0.1").contains("not in whitelist rid: ");
    }

    @Test
    void everyCallIsFoundAgainByItsRid() {
        JsonNode refused = backend.login("nonsense");
        String rid = errmsg(refused).replaceFirst(".*rid: ", "");

        JsonNode found = backend.post("/cgi-bin/openapi/rid/get", backend.token(), Map.of("rid", rid));

        assertThat(HexFormat.fromHexDigitsToLong(rid.substring(0, 8)))
                .isEqualTo(sandbox.clock().epochSecond());
        assertThat(found.path("request").path("request_url").asString()).startsWith(LOGIN);
        assertThat(found.path("request").path("response_body").asString()).contains("40029");
        assertThat(errcode(backend.post("/cgi-bin/openapi/rid/get", backend.token(), Map.of("rid", "x"))))
                .isEqualTo(76002);
        sandbox.clock().advance(Duration.ofDays(8));
        assertThat(errcode(backend.post("/cgi-bin/openapi/rid/get", backend.token(), Map.of("rid", rid))))
                .isEqualTo(76004);
    }

    @Test
    void theQuotaOfAPathCountsItsCalls() {
        String token = backend.token();
        assertThat(backend.tryToken(token)).isZero();
        assertThat(backend.tryToken(token)).isZero();

        JsonNode quota =
                backend.post("/cgi-bin/openapi/quota/get", token, Map.of("cgi_path", "/cgi-bin/getcallbackip"));

        assertThat(quota.path("quota").path("used").asInt()).isEqualTo(2);
        assertThat(errcode(backend.post("/cgi-bin/openapi/quota/get", token, Map.of("cgi_path", LOGIN))))
                .isEqualTo(76021);
    }

    @Test
    void theLogTellsWhichFaultStruck() {
        sandbox.faults().add(Fault.error(LOGIN, 45011).times(1));
        assertThat(errcode(backend.login("x"))).isEqualTo(45011);

        List<CallRecord> calls = sandbox.calls().of(LOGIN);
        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst().fault()).isEqualTo("errcode 45011");
        assertThat(calls.getFirst().errcode()).isEqualTo(45011);
    }

    @Test
    void anUnknownPathIsAnInvalidUrl() {
        assertThat(errcode(backend.get("/cgi-bin/no/such/path"))).isEqualTo(40066);
    }
}
