package io.quanmin.wechatsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TokenTest extends SandboxTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void eachPlainTokenIsNewAndLeavesThePreviousFiveMinutes() {
        String first = token(backend.plainToken());
        String second = token(backend.plainToken());

        assertThat(second).isNotEqualTo(first);
        assertThat(backend.tryToken(first)).isZero();
        sandbox.clock().advance(MINUTE.multipliedBy(5));
        assertThat(backend.tryToken(first)).isEqualTo(40001);
        assertThat(backend.tryToken(second)).isZero();
    }

    @Test
    void aTokenOfAgeIsExpiredNotInvalid() {
        String token = token(backend.plainToken());
        sandbox.clock().advance(Duration.ofHours(2));

        assertThat(backend.tryToken(token)).isEqualTo(42001);
    }

    @Test
    void aStableTokenIsTheSameUntilFiveMinutesBeforeItsEnd() {
        JsonNode first = backend.stableToken(false);
        sandbox.clock().advance(MINUTE.multipliedBy(115));
        JsonNode again = backend.stableToken(false);
        sandbox.clock().advance(Duration.ofSeconds(1));
        JsonNode next = backend.stableToken(false);

        assertThat(first.path("expires_in").asInt()).isEqualTo(7200);
        assertThat(token(again)).isEqualTo(token(first));
        assertThat(again.path("expires_in").asInt()).isEqualTo(300);
        assertThat(token(next)).isNotEqualTo(token(first));
        assertThat(backend.tryToken(token(first))).isZero();
        sandbox.clock().advance(MINUTE.multipliedBy(5));
        assertThat(backend.tryToken(token(first))).isEqualTo(42001);
    }

    @Test
    void aForcedRefreshKillsTheOldStableTokenAtOnce() {
        String old = token(backend.stableToken(false));
        String fresh = token(backend.stableToken(true));

        assertThat(fresh).isNotEqualTo(old);
        assertThat(backend.tryToken(old)).isEqualTo(40001);
        assertThat(backend.tryToken(fresh)).isZero();
    }

    @Test
    void aForcedRefreshWithinThirtySecondsOfTheLastRefreshesNothing() {
        assertThat(token(backend.stableToken(false))).isNotEmpty();
        String forced = token(backend.stableToken(true));
        sandbox.clock().advance(Duration.ofSeconds(29));
        assertThat(token(backend.stableToken(true))).isEqualTo(forced);
        sandbox.clock().advance(Duration.ofSeconds(1));
        assertThat(token(backend.stableToken(true))).isNotEqualTo(forced);
    }

    @Test
    void aDayHasTwentyForcedRefreshes() {
        String last = token(backend.stableToken(false));
        for (int i = 0; i < 20; i++) {
            String next = token(backend.stableToken(true));
            assertThat(next).isNotEqualTo(last);
            last = next;
            sandbox.clock().advance(Duration.ofSeconds(30));
        }

        assertThat(token(backend.stableToken(true))).isEqualTo(last);
        sandbox.clock().advance(Duration.ofDays(1));
        assertThat(token(backend.stableToken(true))).isNotEqualTo(last);
    }

    @Test
    void theTwoKindsOfTokensKnowNothingOfEachOther() {
        String stable = token(backend.stableToken(false));
        String plain = token(backend.plainToken());
        assertThat(token(backend.plainToken())).isNotEqualTo(plain);
        sandbox.clock().advance(MINUTE.multipliedBy(6));

        assertThat(backend.tryToken(stable)).isZero();
        assertThat(backend.tryToken(plain)).isEqualTo(40001);
    }

    @Test
    void credentialsAreRefusedByTheCodesOfTheirFaults() {
        var app = sandbox.apps().mini();

        assertThat(errcode(backend.get("/cgi-bin/token?appid=" + app.appid()))).isEqualTo(40002);
        assertThat(errcode(backend.get("/cgi-bin/token?grant_type=client_credential&appid=wx1&secret=x")))
                .isEqualTo(40013);
        assertThat(errcode(backend.get("/cgi-bin/token?grant_type=client_credential&secret=x&appid=" + app.appid())))
                .isEqualTo(40125);
        assertThat(errcode(backend.get("/cgi-bin/stable_token"))).isEqualTo(43002);
        assertThat(errcode(backend.post("/cgi-bin/stable_token", "no json"))).isEqualTo(47001);
        assertThat(errcode(backend.post("/cgi-bin/stable_token", ""))).isEqualTo(44002);
    }

    @Test
    void aCallWithoutOrWithAnInventedTokenIsRefused() {
        JsonNode without = backend.get("/cgi-bin/getcallbackip");

        assertThat(errcode(without)).isEqualTo(41001);
        assertThat(errmsg(without)).matches("access_token missing rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
        assertThat(backend.tryToken("invented")).isEqualTo(40001);
    }

    @Test
    void theDailyQuotaOfPlainTokensIsTwoThousand() {
        assertThat(sandbox.quotas().limit("/cgi-bin/token").perDay()).isEqualTo(2_000);
        sandbox.quotas().limit("/cgi-bin/token", new io.quanmin.wechatsandbox.http.Quotas.Limit(2, 100, 45011));
        assertThat(errcode(backend.plainToken())).isZero();
        assertThat(errcode(backend.plainToken())).isZero();

        assertThat(errcode(backend.plainToken())).isEqualTo(45009);
        sandbox.clock().advance(Duration.ofDays(1));
        assertThat(errcode(backend.plainToken())).isZero();
    }

    private static String token(JsonNode answer) {
        return answer.path("access_token").asString();
    }
}
