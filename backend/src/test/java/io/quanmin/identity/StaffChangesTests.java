package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import java.util.HashMap;
import java.util.List;
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
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adding people and granting them roles need two persons, and both leave a line in a record that stays. */
@CityTest
@Import({PretendWeChatConfiguration.class, Callers.class})
class StaffChangesTests {

    private static final String PASSWORD = "Lantern-Bridge-26";

    @Autowired
    private PretendWeChat wechat;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private DatabaseClient database;

    @LocalServerPort
    private int port;

    @SuppressWarnings("NullAway.Init")
    private Door door;

    @SuppressWarnings("NullAway.Init")
    private String system;

    @SuppressWarnings("NullAway.Init")
    private String security;

    @BeforeEach
    void administratorsCome() {
        door = new Door(port, wechat);
        system = desk(Role.SYSTEM_ADMIN);
        security = desk(Role.SECURITY_ADMIN);
    }

    @Test
    void whoIsAddedMayDoNothingUntilSomebodyElseGrantsARole() {
        String login = login();
        String id = add(login);
        Map<String, String> proof = Map.of("login", login, "password", PASSWORD);
        assertThat(session(proof).path("me").path("roles").size()).isZero();
        send(HttpMethod.PUT, "/staff/" + id + "/roles", system, Map.of("roles", List.of("REVIEWER")), 403);
        send(HttpMethod.POST, "/staff", security, Map.of("login", "x"), 403);

        send(HttpMethod.PUT, "/staff/" + id + "/roles", security, Map.of("roles", List.of("REVIEWER")), 204);

        assertThat(session(proof).path("me").path("roles").toString()).contains("REVIEWER");
    }

    @Test
    void aRoleThatIsTakenIsGoneAtOnce() {
        String login = login();
        String id = add(login);
        send(HttpMethod.PUT, "/staff/" + id + "/roles", security, Map.of("roles", List.of("SYSTEM_ADMIN")), 204);
        String token = session(Map.of("login", login, "password", PASSWORD))
                .path("token")
                .asString();
        send(HttpMethod.GET, "/staff", token, null, 200);

        send(HttpMethod.PUT, "/staff/" + id + "/roles", security, Map.of("roles", List.of()), 204);

        send(HttpMethod.GET, "/staff", token, null, 403);
    }

    @Test
    void nobodyHoldsTwoAdministrations() {
        String id = add(login());
        List<String> two = List.of("SECURITY_ADMIN", "AUDIT_ADMIN");

        JsonNode refused = send(HttpMethod.PUT, "/staff/" + id + "/roles", security, Map.of("roles", two), 400);

        assertThat(refused.path("violations").path(0).path("rule").asString()).isEqualTo("apart");
        NewStaff both =
                new NewStaff(login(), "两手", null, Set.of(Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN), null, "9901", false);
        assertThatThrownBy(() -> administration.addStaff(both).block())
                .isInstanceOf(io.quanmin.kernel.InvalidFields.class);
    }

    @Test
    void nobodyGrantsThemselvesARoleOrEndsTheirOwnService() {
        String own = door.me(security).staff() == null
                ? ""
                : Objects.requireNonNull(door.me(security).staff()).id().toString();
        JsonNode refused = send(
                HttpMethod.PUT, "/staff/" + own + "/roles", security, Map.of("roles", List.of("SECURITY_ADMIN")), 422);
        assertThat(refused.path("type").asString()).endsWith("/own-account");
        String mine = Objects.requireNonNull(door.me(system).staff()).id().toString();
        send(HttpMethod.DELETE, "/staff/" + mine, system, null, 422);
    }

    @Test
    void nobodyGetsACodeForAnotherAdministrationsAccount() {
        String theirs = Objects.requireNonNull(door.me(security).staff()).id().toString();
        String ours = Objects.requireNonNull(door.me(system).staff()).id().toString();

        assertThat(send(HttpMethod.POST, "/staff/" + theirs + "/bind-code", system, null, 422)
                        .path("type")
                        .asString())
                .endsWith("/other-administration");
        String auditor = desk(Role.AUDIT_ADMIN);
        send(HttpMethod.POST, "/staff/" + theirs + "/bind-code", auditor, null, 422);
        send(HttpMethod.POST, "/staff/" + ours + "/bind-code", security, null, 422);
        send(HttpMethod.POST, "/staff/" + add(login()) + "/bind-code", security, null, 422);

        assertThat(send(HttpMethod.POST, "/staff/" + theirs + "/bind-code", security, null, 200)
                        .path("bindCode")
                        .asString())
                .isNotEmpty();
        assertThat(send(HttpMethod.POST, "/staff/" + add(login()) + "/bind-code", system, null, 200)
                        .path("bindCode")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void aCodeGivenBeforeAnAdministrationWasGrantedLinksNothing() {
        String id = add(login());
        String code = send(HttpMethod.POST, "/staff/" + id + "/bind-code", system, null, 200)
                .path("bindCode")
                .asString();
        send(HttpMethod.PUT, "/staff/" + id + "/roles", security, Map.of("roles", List.of("SECURITY_ADMIN")), 204);
        String spare = door.login(Door.stranger()).token();

        JsonNode refused = send(HttpMethod.POST, "/me/staff-link", spare, Map.of("bindCode", code), 422);

        assertThat(refused.path("type").asString()).endsWith("/bind-code-refused");
    }

    @Test
    void everyChangeIsReadByTheAuditorWithBeforeAndAfterAndFromWhere() {
        String id = add(login());
        send(HttpMethod.PUT, "/staff/" + id, system, Map.of("name", "新名", "area", "990102", "onDuty", true), 204);
        send(HttpMethod.PUT, "/staff/" + id + "/roles", security, Map.of("roles", List.of("VERIFIER")), 204);
        send(HttpMethod.DELETE, "/staff/" + id + "/sessions", security, null, 204);
        send(HttpMethod.DELETE, "/staff/" + id, system, null, 204);
        send(HttpMethod.GET, "/trail", system, null, 403);

        JsonNode lines = send(HttpMethod.GET, "/trail?what=staff.&who=" + id, desk(Role.AUDIT_ADMIN), null, 200)
                .path("items");

        assertThat(lines)
                .extracting(line -> line.path("what").asString())
                .containsExactly("staff.ended", "staff.sessions-ended", "staff.roles", "staff.changed", "staff.added");
        JsonNode roles = lines.path(2);
        assertThat(roles.path("before").asString()).isEqualTo("无角色");
        assertThat(roles.path("after").asString()).isEqualTo("VERIFIER");
        assertThat(roles.path("whoName").asString()).isEqualTo("管事");
        assertThat(roles.path("origin").asString()).contains("127.0.0.1");
    }

    @Test
    void theRecordIsReadPageByPage() {
        for (int i = 0; i < 3; i++) {
            assertThat(add(login())).isNotEmpty();
        }
        String auditor = desk(Role.AUDIT_ADMIN);
        JsonNode first = send(HttpMethod.GET, "/trail?limit=2&what=staff.added", auditor, null, 200);
        JsonNode second = send(
                HttpMethod.GET,
                "/trail?limit=2&what=staff.added&after=" + first.path("next").asString(),
                auditor,
                null,
                200);

        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").path(0))
                .isNotEqualTo(first.path("items").path(1));
        assertThat(send(HttpMethod.GET, "/trail?until=2020-01-01", auditor, null, 200)
                        .path("items")
                        .size())
                .isZero();
        send(HttpMethod.GET, "/trail?from=yesterday", auditor, null, 400);
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrRemoveTheRecord() {
        assertThat(add(login())).isNotEmpty();

        for (String attempt :
                List.of("update trail.entry set who_name = 'x'", "delete from trail.entry", "truncate trail.entry")) {
            assertThatThrownBy(() -> database.sql(attempt).then().block())
                    .hasStackTraceContaining("The record stays as it is");
        }
    }

    @Test
    void aLoginThatIsTakenIsSaidAndALockedOneIsOpenedAgain() {
        String login = login();
        String id = add(login);
        send(HttpMethod.POST, "/staff", system, request(login), 400);
        Map<String, String> wrong = Map.of("login", login, "password", "no");
        for (int i = 0; i < 6; i++) {
            door.call(HttpMethod.POST, "/api/v1/sessions/desk", null, wrong)
                    .expectBody()
                    .returnResult();
        }
        assertThat(locked(id)).isTrue();

        send(HttpMethod.DELETE, "/staff/" + id + "/lock", security, null, 204);

        assertThat(locked(id)).isFalse();
        assertThat(session(Map.of("login", login, "password", PASSWORD))
                        .path("token")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void aUnitIsAddedAndChangedOnTheRecord() {
        String code = "u" + UUID.randomUUID().toString().substring(0, 8);
        send(HttpMethod.PUT, "/units/" + code, system, Map.of("name", "一所", "area", "990102"), 200);
        send(HttpMethod.PUT, "/units/" + code, system, Map.of("name", "二所", "area", "990102"), 200);

        JsonNode lines = send(HttpMethod.GET, "/trail?who=" + code, desk(Role.AUDIT_ADMIN), null, 200)
                .path("items");

        assertThat(lines)
                .extracting(line -> line.path("what").asString())
                .containsExactly("unit.changed", "unit.added");
    }

    private boolean locked(String id) {
        String after = "";
        do {
            JsonNode page = send(HttpMethod.GET, "/staff?limit=100" + after, security, null, 200);
            for (JsonNode member : page.path("items")) {
                if (member.path("id").asString().equals(id)) {
                    return member.path("locked").asBoolean();
                }
            }
            after = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        throw new AssertionError("nobody is " + id);
    }

    private String add(String login) {
        return send(HttpMethod.POST, "/staff", system, request(login), 201)
                .path("id")
                .asString();
    }

    private static Map<String, Object> request(String login) {
        return new HashMap<>(
                Map.of("login", login, "name", "新人", "password", PASSWORD, "area", "990102", "onDuty", false));
    }

    private static String login() {
        return "s" + UUID.randomUUID().toString().substring(0, 12);
    }

    private String desk(Role role) {
        String login = login();
        NewStaff staff = new NewStaff(login, "管事", PASSWORD, Set.of(role), null, "9901", false);
        assertThat(administration.addStaff(staff).block()).isNotNull();
        return session(Map.of("login", login, "password", PASSWORD))
                .path("token")
                .asString();
    }

    private JsonNode session(Map<String, String> proof) {
        return read(door.call(HttpMethod.POST, "/api/v1/sessions/desk", null, proof)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    @CanIgnoreReturnValue
    private JsonNode send(HttpMethod method, String path, String token, @Nullable Object body, int status) {
        return read(door.call(method, "/api/v1" + path, token, body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private static JsonNode read(byte @Nullable [] body) {
        return body == null
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(body);
    }
}
