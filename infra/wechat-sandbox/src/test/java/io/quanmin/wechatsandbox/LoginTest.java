package io.quanmin.wechatsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LoginTest extends SandboxTest {

    @Test
    void aLoginCodeGivesOpenidSessionKeyAndUnionidAndNoErrcode() {
        JsonNode session = backend.login(sandbox.act().loginCode("u01"));

        assertThat(session.path("openid").asString())
                .isEqualTo(backend.openid("u01"))
                .hasSize(28)
                .startsWith("o");
        assertThat(Base64.getDecoder().decode(session.path("session_key").asString()))
                .hasSize(16);
        assertThat(session.path("unionid").asString()).hasSize(28);
        assertThat(session.has("errcode")).isFalse();
    }

    @Test
    void aLoginCodeWorksOnce() {
        String code = sandbox.act().loginCode("u01");
        assertThat(backend.login(code).has("openid")).isTrue();

        JsonNode again = backend.login(code);

        assertThat(errcode(again)).isEqualTo(40163);
        assertThat(errmsg(again)).matches("code been used, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
    }

    @Test
    void aLoginCodeLivesFiveMinutes() {
        String kept = sandbox.act().loginCode("u01");
        sandbox.clock().advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(backend.login(kept).has("openid")).isTrue();

        String late = sandbox.act().loginCode("u01");
        sandbox.clock().advance(Duration.ofMinutes(5));
        assertThat(errcode(backend.login(late))).isEqualTo(40029);
    }

    @Test
    void aPhoneCodeIsNoLoginCode() {
        assertThat(errcode(backend.login(sandbox.act().phoneCode("u01")))).isEqualTo(40029);
    }

    @Test
    void aCodeOfAnotherAccountIsInvalid() {
        String foreign = sandbox.act().loginCode("u01", sandbox.apps().service().appid());

        assertThat(errcode(backend.login(foreign))).isEqualTo(40029);
    }

    @Test
    void anExtraAccessTokenIsIgnoredAtLogin() {
        var app = sandbox.apps().mini();
        JsonNode session = backend.get(
                "/sns/jscode2session?access_token=nonsense&js_code=%s&secret=%s&grant_type=authorization_code&appid=%s"
                        .formatted(sandbox.act().loginCode("u02"), app.secret(), app.appid()));

        assertThat(session.path("openid").asString()).isEqualTo(backend.openid("u02"));
    }

    @Test
    void whatIsMissingOrWrongAtLoginIsNamedByItsCode() {
        var app = sandbox.apps().mini();
        String path = "/sns/jscode2session?grant_type=authorization_code";

        assertThat(errcode(backend.get(path))).isEqualTo(41002);
        assertThat(errcode(backend.get(path + "&appid=wx1"))).isEqualTo(40013);
        assertThat(errcode(backend.get(path + "&appid=" + app.appid()))).isEqualTo(41004);
        assertThat(errcode(backend.get(path + "&appid=" + app.appid() + "&secret=no")))
                .isEqualTo(40125);
        assertThat(errcode(backend.get(path + "&appid=" + app.appid() + "&secret=" + app.secret())))
                .isEqualTo(41008);
    }

    @Test
    void aRiskyUserIsBlocked() {
        sandbox.users().change("u01", person -> person.risky(true));

        assertThat(errcode(backend.login(sandbox.act().loginCode("u01")))).isEqualTo(40226);
    }

    @Test
    void oneUserMayLogInAHundredTimesAMinute() {
        for (int i = 0; i < 100; i++) {
            assertThat(errcode(backend.login(sandbox.act().loginCode("u01")))).isZero();
        }

        assertThat(errcode(backend.login(sandbox.act().loginCode("u01")))).isEqualTo(45011);
        assertThat(errcode(backend.login(sandbox.act().loginCode("u02")))).isZero();
    }

    @Test
    void anUnboundAccountHasNoUnionidUntilItIsBound() {
        String appid = sandbox.apps().mini().appid();
        sandbox.openPlatform().bindAfter(appid, Duration.ofDays(1));
        assertThat(backend.login(sandbox.act().loginCode("u01")).has("unionid")).isFalse();

        sandbox.clock().advance(Duration.ofDays(1));
        Await.until(() -> sandbox.openPlatform().isBound(appid), "the account to be bound");
        assertThat(backend.login(sandbox.act().loginCode("u01")).has("unionid")).isTrue();
    }

    @Test
    void theSameUserHasOneUnionidAndTwoOpenids() {
        String service = sandbox.apps().service().appid();

        assertThat(sandbox.users().unionid("u01", service))
                .isEqualTo(backend.login(sandbox.act().loginCode("u01"))
                        .path("unionid")
                        .asString());
        assertThat(sandbox.users().openid("u01", service)).isNotEqualTo(backend.openid("u01"));
    }

    @Test
    void aPhoneCodeGivesTheNumberOnce() {
        String code = sandbox.act().phoneCode("u03");
        Map<String, String> body = Map.of("code", code, "openid", backend.openid("u03"));

        JsonNode first = backend.post("/wxa/business/getuserphonenumber", backend.token(), body);
        JsonNode second = backend.post("/wxa/business/getuserphonenumber", backend.token(), body);

        assertThat(first.path("phone_info").path("purePhoneNumber").asString())
                .isEqualTo(backend.person("u03").phone());
        assertThat(first.path("phone_info").path("watermark").path("appid").asString())
                .isEqualTo(sandbox.apps().mini().appid());
        assertThat(errcode(second)).isEqualTo(40029);
    }

    @Test
    void aLoginCodeIsNoPhoneCode() {
        Map<String, String> body = Map.of("code", sandbox.act().loginCode("u03"));

        assertThat(errcode(backend.post("/wxa/business/getuserphonenumber", backend.token(), body)))
                .isEqualTo(40029);
    }
}
