package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import io.quanmin.wechat.WeChatAccount;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;

/** Who comes through WeChat is known without being asked. */
@CityTest
@Import(PretendWeChatConfiguration.class)
class SilentLoginTests {

    @Autowired
    private PretendWeChat wechat;

    @Autowired
    private Citizens citizens;

    @LocalServerPort
    private int port;

    private Door door;

    @BeforeEach
    void knock() {
        door = new Door(port, wechat);
    }

    @Test
    void whoComesAgainIsTheSamePersonWithAnotherSession() {
        String openid = Door.stranger();
        SessionEndpoint.Opened first = door.login(openid);
        SessionEndpoint.Opened second = door.login(openid);
        assertThat(second.me().id()).isEqualTo(first.me().id());
        assertThat(second.token()).isNotEqualTo(first.token()).matches("[A-Za-z0-9_-]{43}");
        assertThat(first.me().roles()).containsExactly(Role.CITIZEN);
        assertThat(door.me(second.token()).id()).isEqualTo(first.me().id());
    }

    @Test
    void whoIsKnownByUnionidIsTheSamePersonUnderAnotherOpenid() {
        String unionid = Door.stranger();
        SessionEndpoint.Opened first = door.login(Door.stranger(), unionid);
        SessionEndpoint.Opened second = door.login(Door.stranger(), unionid);
        assertThat(second.me().id()).isEqualTo(first.me().id());
    }

    @Test
    void aUnionidThatComesLateMakesOnePersonOfTwo() {
        String unionid = Door.stranger();
        String second = Door.stranger();
        SessionEndpoint.Opened older = door.login(Door.stranger(), unionid);
        SessionEndpoint.Opened younger = door.login(second);
        assertThat(younger.me().id()).isNotEqualTo(older.me().id());
        assertThat(door.login(second, unionid).me().id()).isEqualTo(older.me().id());
        assertThat(door.login(second).me().id()).isEqualTo(older.me().id());
    }

    @Test
    void manyFirstComingsAtOnceMakeOnePerson() {
        WeChatAccount account = new WeChatAccount(Door.stranger(), Door.stranger());
        var persons = Flux.range(0, 16)
                .flatMap(time -> citizens.come(account), 16)
                .collect(HashSet::new, HashSet::add)
                .block();
        assertThat(Objects.requireNonNull(persons)).hasSize(1);
    }

    @Test
    void aCodeIsGoodForOneLogin() {
        Map<String, String> body = Map.of("code", wechat.loginCode(Door.stranger(), null));
        door.call(HttpMethod.POST, "/api/v1/sessions", null, body)
                .expectStatus()
                .isOk();
        door.call(HttpMethod.POST, "/api/v1/sessions", null, body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://quanmin.io/problems/wechat-code-refused");
    }

    @Test
    void whoLogsOutIsNobodyAtOnce() {
        String token = door.login(Door.stranger()).token();
        door.get("/api/v1/me", token).expectStatus().isOk();
        door.call(HttpMethod.DELETE, "/api/v1/sessions/current", token, null)
                .expectStatus()
                .isNoContent();
        door.get("/api/v1/me", token)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://quanmin.io/problems/not-logged-in");
    }

    @Test
    void anotherTokenIsNobodys() {
        door.get("/api/v1/me", "x").expectStatus().isUnauthorized();
        door.get("/api/v1/me", new Tokens().next()).expectStatus().isUnauthorized();
        door.get("/api/v1/me", null).expectStatus().isUnauthorized();
    }
}
