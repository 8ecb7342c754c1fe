package io.quanmin.identity;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.test.StepVerifier;

/** What is kept about a person is theirs: to see, correct, take along and erase. */
@CityTest
@Import(PretendWeChatConfiguration.class)
class AccountTests {

    private static final String PROBLEM = "https://quanmin.io/problems/";

    @Autowired
    private PretendWeChat wechat;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private People people;

    @Autowired
    private DatabaseClient database;

    @LocalServerPort
    private int port;

    private Door door;

    @BeforeEach
    void knock() {
        door = new Door(port, wechat);
    }

    @Test
    void aNicknameIsTakenAndTold() {
        SessionEndpoint.Opened session = door.login(Door.stranger());
        rename(session, " 热心的小王😀 ").expectStatus().isOk();
        assertThat(door.me(session.token()).name()).isEqualTo("热心的小王😀");
        people.names(List.of(session.me().id()))
                .as(StepVerifier::create)
                .expectNext(Map.of(session.me().id(), new PersonName("热心的小王😀", null)))
                .verifyComplete();
    }

    @Test
    void aNicknameThatTheCheckRefusesIsNotTaken() {
        SessionEndpoint.Opened session = door.login(Door.stranger());
        rename(session, "违规昵称")
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "nickname-refused");
        assertThat(door.me(session.token()).name()).isNull();
    }

    @Test
    void aNicknameThatCannotBeCheckedIsTaken() {
        SessionEndpoint.Opened session = door.login(Door.stranger());
        wechat.away(true);
        try {
            rename(session, "老李").expectStatus().isOk();
        } finally {
            wechat.away(false);
        }
        assertThat(door.me(session.token()).name()).isEqualTo("老李");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "一二三四五六七八九十一二三四五六七八九十一", "a\u0000b", "a\nb", "\u202Egnp.exe"})
    void aNicknameNobodyCanReadIsRefused(String name) {
        rename(door.login(Door.stranger()), name)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.violations[0].field")
                .isEqualTo("name");
    }

    @Test
    void aPhoneNumberIsToldMaskedAndKeptEncrypted() {
        SessionEndpoint.Opened session = door.login(Door.stranger());
        bindPhone(session, "13800138000").expectStatus().isOk();
        assertThat(door.me(session.token()).phone()).isEqualTo("138****8000");
        database.sql("select ciphertext from identity.phone where person = :person")
                .bind("person", session.me().id().value())
                .map(row -> new String(Sql.value(row, "ciphertext", byte[].class), StandardCharsets.ISO_8859_1))
                .one()
                .as(StepVerifier::create)
                .assertNext(kept -> assertThat(kept).doesNotContain("13800138000", "8000"))
                .verifyComplete();
    }

    @Test
    void anotherPhoneNumberReplacesTheFirstAndUnbindingForgetsIt() {
        SessionEndpoint.Opened session = door.login(Door.stranger());
        bindPhone(session, "13800138000").expectStatus().isOk();
        bindPhone(session, "13900139001").expectStatus().isOk();
        assertThat(door.me(session.token()).phone()).isEqualTo("139****9001");
        door.call(HttpMethod.DELETE, "/api/v1/me/phone", session.token(), null)
                .expectStatus()
                .isOk();
        assertThat(door.me(session.token()).phone()).isNull();
        assertThat(count("identity.phone", session.me().id())).isZero();
    }

    @Test
    void theAgreementInForceIsReadByAnybodyAndAgreedToByVersion() {
        door.get("/api/v1/consents/current", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.text")
                .value(String.class, text -> assertThat(text).contains("注销账号", "12345", "还会显示您的昵称"));
        SessionEndpoint.Opened session = door.login(Door.stranger());
        assertThat(session.me().consent()).isEqualTo(new Me.Agreed(null, 2));
        agree(session, 1).expectStatus().isOk();
        agree(session, 1).expectStatus().isOk();
        assertThat(door.me(session.token()).consent()).isEqualTo(new Me.Agreed(1, 2));
        agree(session, 2).expectStatus().isOk();
        assertThat(door.me(session.token()).consent()).isEqualTo(new Me.Agreed(2, 2));
        agree(session, 99).expectStatus().isBadRequest();
    }

    @Test
    void theExportHoldsEverythingIdentityKeeps() {
        String openid = Door.stranger();
        SessionEndpoint.Opened session = door.login(openid);
        bindPhone(session, "13800138000").expectStatus().isOk();
        agree(session, 1).expectStatus().isOk();
        door.get("/api/v1/me/data", session.token())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sections.identity.phone")
                .isEqualTo("13800138000")
                .jsonPath("$.sections.identity.wechat[0].openid")
                .isEqualTo(openid)
                .jsonPath("$.sections.identity.consents[0].version")
                .isEqualTo(1)
                .jsonPath("$.sections.identity.sessions[0].via")
                .isEqualTo("WECHAT");
    }

    @Test
    void anErasedAccountIsGoneWithAllItsSessionsAndComingAgainIsAnotherPerson() {
        String openid = Door.stranger();
        SessionEndpoint.Opened session = door.login(openid);
        SessionEndpoint.Opened elsewhere = door.login(openid);
        rename(session, "老张").expectStatus().isOk();
        bindPhone(session, "13800138000").expectStatus().isOk();
        erase(session, "注销").expectStatus().isNoContent();
        door.get("/api/v1/me", session.token()).expectStatus().isUnauthorized();
        door.get("/api/v1/me", elsewhere.token()).expectStatus().isUnauthorized();
        assertThat(count("identity.phone", session.me().id())).isZero();
        assertThat(count("identity.wechat_account", session.me().id())).isZero();
        people.names(List.of(session.me().id()))
                .as(StepVerifier::create)
                .expectNext(Map.of())
                .verifyComplete();
        people.contacts(List.of(session.me().id())).as(StepVerifier::create).verifyComplete();
        assertThat(door.login(openid).me().id()).isNotEqualTo(session.me().id());
    }

    @Test
    void erasingNeedsTheWord() {
        SessionEndpoint.Opened session = door.login(Door.stranger());
        erase(session, "是").expectStatus().isBadRequest();
        door.get("/api/v1/me", session.token()).expectStatus().isOk();
    }

    @Test
    void whoServesTheCityCannotEraseTheirAccount() {
        SessionEndpoint.Opened session = door.login(Door.stranger());
        NewStaff staff = new NewStaff(
                "e" + UUID.randomUUID().toString().substring(0, 12),
                "赵敏",
                null,
                Set.of(Role.REVIEWER),
                null,
                null,
                false);
        administration
                .addStaff(staff)
                .flatMap(id -> administration.link(id, session.me().id()))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        erase(session, "注销")
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "staff-account-stays");
        assertThat(door.me(session.token()).roles()).contains(Role.REVIEWER);
    }

    private ResponseSpec rename(SessionEndpoint.Opened session, String name) {
        return door.call(HttpMethod.PATCH, "/api/v1/me", session.token(), Map.of("name", name));
    }

    private ResponseSpec bindPhone(SessionEndpoint.Opened session, String number) {
        Map<String, String> body = Map.of("code", wechat.phoneCode(number));
        return door.call(HttpMethod.PUT, "/api/v1/me/phone", session.token(), body);
    }

    private ResponseSpec agree(SessionEndpoint.Opened session, int version) {
        return door.call(HttpMethod.POST, "/api/v1/me/consents", session.token(), Map.of("version", version));
    }

    private ResponseSpec erase(SessionEndpoint.Opened session, String word) {
        return door.call(HttpMethod.DELETE, "/api/v1/me", session.token(), Map.of("confirm", word));
    }

    private long count(String table, Id person) {
        return now(database.sql("select count(*) as n from " + table + " where person = :person")
                .bind("person", person.value())
                .map(row -> Sql.value(row, "n", Long.class))
                .one());
    }
}
