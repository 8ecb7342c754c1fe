package io.quanmin.identity;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Staff log in with a password, or link their WeChat once and never need it again. */
@CityTest
@Import(PretendWeChatConfiguration.class)
class DeskLoginTests {

    private static final String PASSWORD = "Sunny-Day-2026";

    @Autowired
    private PretendWeChat wechat;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private ReactiveStringRedisTemplate redis;

    @LocalServerPort
    private int port;

    private Door door;

    /** All these tests come from one address. */
    @BeforeEach
    void knock() {
        door = new Door(port, wechat);
        redis.delete("quanmin:identity:limit:desk_login:127.0.0.1")
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void staffLogInWithTheirPasswordAndAreNoCitizens() {
        NewUnit unit = new NewUnit("sanitation-test", "环卫中心", "990102", null, Unit.Kind.DEPARTMENT);
        administration.addUnit(unit).as(StepVerifier::create).expectNextCount(1).verifyComplete();
        String login = newLogin();
        Id staff = add(login, "sanitation-test", Role.OFFICER);
        Me me = door.desk(login, PASSWORD).me();
        assertThat(me.roles()).containsExactly(Role.OFFICER);
        Me.Service serving = Objects.requireNonNull(me.staff());
        assertThat(serving.unit()).isEqualTo(new Me.Named("sanitation-test", "环卫中心"));
        assertThat(serving.id()).isEqualTo(staff);
        assertThat(serving.name()).isEqualTo("王勤");
        assertThat(serving.serviceAccount()).isEqualTo(Me.Linked.NOT_LINKED);
    }

    @Test
    void loginIsTheSameInAnyCase() {
        String login = reviewer();
        assertThat(door.desk(login.toUpperCase(Locale.ROOT), PASSWORD).me().roles())
                .containsExactly(Role.REVIEWER);
    }

    @Test
    void addingTheSameLoginAgainChangesNothing() {
        String login = newLogin();
        Id first = add(login, null, Role.REVIEWER);
        Id second = add(login, null, Role.SYSTEM_ADMIN);
        assertThat(second).isEqualTo(first);
        assertThat(door.desk(login, PASSWORD).me().roles()).containsExactly(Role.REVIEWER);
    }

    @Test
    void fiveWrongPasswordsLockALoginWhetherThereIsOneOrNot() {
        for (String login : Set.of(reviewer(), newLogin())) {
            for (int attempt = 0; attempt < 5; attempt++) {
                door.tryDesk(login, "wrong").expectStatus().isUnauthorized();
            }
            door.tryDesk(login, PASSWORD)
                    .expectStatus()
                    .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("https://quanmin.io/problems/desk-locked");
        }
    }

    @Test
    void aBurstOfGuessesGetsNoMoreThanFive() {
        String login = reviewer();
        long judged = now(Flux.range(0, 12)
                .flatMap(
                        attempt -> Mono.fromCallable(() -> door.tryDesk(login, "wrong")
                                        .returnResult(Void.class)
                                        .getStatus()
                                        .value())
                                .subscribeOn(Schedulers.boundedElastic()),
                        12)
                .filter(status -> status == 401)
                .count());
        assertThat(judged).isEqualTo(5);
    }

    @Test
    void aRightPasswordForgetsTheWrongOnesBefore() {
        String login = reviewer();
        for (int round = 0; round < 2; round++) {
            for (int attempt = 0; attempt < 4; attempt++) {
                door.tryDesk(login, "wrong").expectStatus().isUnauthorized();
            }
            assertThat(door.desk(login, PASSWORD).me().roles()).containsExactly(Role.REVIEWER);
        }
    }

    @Test
    void aBindCodeMakesTheWeChatPersonTheStaffMemberOnce() {
        Id staff = add(newLogin(), null, Role.REVIEWER, Role.VERIFIER);
        String code = now(administration.bindCode(staff)).bindCode();
        SessionEndpoint.Opened citizen = door.login(Door.stranger());
        SessionEndpoint.Opened other = door.login(Door.stranger());
        link(citizen, code)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.roles.length()")
                .isEqualTo(3);
        link(other, code).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(door.me(citizen.token()).roles()).containsExactly(Role.CITIZEN, Role.REVIEWER, Role.VERIFIER);
        assertThat(door.me(other.token()).roles()).containsExactly(Role.CITIZEN);
    }

    @Test
    void deskAndWeChatAreOnePersonOnceLinked() {
        String login = newLogin();
        Id staff = add(login, null, Role.REVIEWER);
        SessionEndpoint.Opened before = door.desk(login, PASSWORD);
        SessionEndpoint.Opened citizen = door.login(Door.stranger());
        administration
                .link(staff, citizen.me().id())
                .as(StepVerifier::create)
                .expectNext(citizen.me().id())
                .verifyComplete();
        assertThat(door.desk(login, PASSWORD).me().id()).isEqualTo(citizen.me().id());
        assertThat(door.me(before.token()).id()).isEqualTo(citizen.me().id());
    }

    @Test
    void aChangedPasswordIsTheOnlyOneAndEndsEverySession() {
        String login = reviewer();
        SessionEndpoint.Opened first = door.desk(login, PASSWORD);
        SessionEndpoint.Opened second = door.desk(login, PASSWORD);
        change(first, "wrong", "Rainy-Day-2027").expectStatus().isUnauthorized();
        change(first, PASSWORD, "weak").expectStatus().isBadRequest();
        change(first, PASSWORD, "Rainy-Day-2027").expectStatus().isNoContent();
        door.get("/api/v1/me", first.token()).expectStatus().isUnauthorized();
        door.get("/api/v1/me", second.token()).expectStatus().isUnauthorized();
        door.tryDesk(login, PASSWORD).expectStatus().isUnauthorized();
        assertThat(door.desk(login, "Rainy-Day-2027").me().roles()).containsExactly(Role.REVIEWER);
    }

    @Test
    void aWeakPasswordIsRefusedWithTheRuleItBreaks() {
        NewStaff weak = new NewStaff(newLogin(), "王勤", "sunshine", Set.of(Role.REVIEWER), null, null, false);
        administration
                .addStaff(weak)
                .as(StepVerifier::create)
                .expectError(InvalidFields.class)
                .verify();
    }

    private ResponseSpec change(SessionEndpoint.Opened session, String present, String next) {
        Map<String, String> body = Map.of("present", present, "next", next);
        return door.call(HttpMethod.PUT, "/api/v1/me/password", session.token(), body);
    }

    private ResponseSpec link(SessionEndpoint.Opened session, String code) {
        return door.call(HttpMethod.POST, "/api/v1/me/staff-link", session.token(), Map.of("bindCode", code));
    }

    private String reviewer() {
        String login = newLogin();
        assertThat(add(login, null, Role.REVIEWER)).isNotNull();
        return login;
    }

    private Id add(String login, @Nullable String unit, Role... roles) {
        NewStaff staff = new NewStaff(login, "王勤", PASSWORD, Set.of(roles), unit, "990102", true);
        return now(administration.addStaff(staff));
    }

    private static String newLogin() {
        return "t" + UUID.randomUUID().toString().substring(0, 12);
    }
}
