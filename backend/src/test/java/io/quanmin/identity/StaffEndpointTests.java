package io.quanmin.identity;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.Callers.Caller;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import java.util.ArrayList;
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
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;

/** Administrators see staff page by page and give out bind codes. */
@CityTest
@Import({PretendWeChatConfiguration.class, Callers.class})
class StaffEndpointTests {

    private static final ParameterizedTypeReference<Page<StaffMember>> PAGE = new ParameterizedTypeReference<>() {};

    @Autowired
    private PretendWeChat wechat;

    @Autowired
    private Callers callers;

    @Autowired
    private StaffAdministration administration;

    @LocalServerPort
    private int port;

    private Door door;

    @BeforeEach
    void knock() {
        door = new Door(port, wechat);
    }

    @Test
    void pagesFollowEachOtherUntilTheEndWithoutGapOrRepetition() {
        String admin = token(Role.SYSTEM_ADMIN);
        for (Role role : List.of(Role.REVIEWER, Role.VERIFIER, Role.OFFICER)) {
            assertThat(callers.of(role).token()).isPresent();
        }
        List<StaffMember> seen = new ArrayList<>();
        @Nullable String next = null;
        do {
            Page<StaffMember> page = page(admin, next);
            seen.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(seen).extracting(StaffMember::id).doesNotHaveDuplicates();
        assertThat(seen).flatExtracting(StaffMember::roles).contains(Role.SYSTEM_ADMIN, Role.REVIEWER, Role.OFFICER);
        assertThat(seen).extracting(StaffMember::createdAt).isSorted();
    }

    @Test
    void aPlaceInTheListThatNobodyWasToldIsRefused() {
        door.get("/api/v1/staff?after=made-up", token(Role.SYSTEM_ADMIN))
                .expectStatus()
                .isBadRequest();
        door.get("/api/v1/staff?limit=101", token(Role.SYSTEM_ADMIN))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aNewBindCodeEndsTheOneBefore() {
        String admin = token(Role.SYSTEM_ADMIN);
        Id member = added();
        BindCode first = bindCode(admin, member);
        BindCode second = bindCode(admin, member);
        SessionEndpoint.Opened citizen = door.login(Door.stranger());
        door.call(HttpMethod.POST, "/api/v1/me/staff-link", citizen.token(), Map.of("bindCode", first.bindCode()))
                .expectStatus()
                .isEqualTo(422);
        String typed = second.bindCode().toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 ");
        door.call(HttpMethod.POST, "/api/v1/me/staff-link", citizen.token(), Map.of("bindCode", typed))
                .expectStatus()
                .isOk();
        assertThat(Objects.requireNonNull(door.me(citizen.token()).staff()).id())
                .isEqualTo(member);
    }

    @Test
    void whoseServiceEndsIsACitizenAgainAtOnceAndMayServeAnewOrErase() {
        String admin = token(Role.SYSTEM_ADMIN);
        String openid = Door.stranger();
        SessionEndpoint.Opened citizen = door.login(openid);
        for (int time = 0; time < 2; time++) {
            Id record = serve(citizen.me().id());
            assertThat(door.me(citizen.token()).roles()).contains(Role.REVIEWER);
            door.call(HttpMethod.DELETE, "/api/v1/staff/" + record, admin, null)
                    .expectStatus()
                    .isNoContent();
            door.call(HttpMethod.DELETE, "/api/v1/staff/" + record, admin, null)
                    .expectStatus()
                    .isNotFound();
            door.get("/api/v1/me", citizen.token()).expectStatus().isUnauthorized();
            citizen = door.login(openid);
            assertThat(citizen.me().roles()).containsExactly(Role.CITIZEN);
            assertThat(citizen.me().staff()).isNull();
        }
        door.call(HttpMethod.DELETE, "/api/v1/me", citizen.token(), Map.of("confirm", "注销"))
                .expectStatus()
                .isNoContent();
    }

    @Test
    void thereIsNoCodeForNobody() {
        String admin = token(Role.SYSTEM_ADMIN);
        for (String nobody : List.of("x", "990100-00000000000070008000000000000000")) {
            door.call(HttpMethod.POST, "/api/v1/staff/" + nobody + "/bind-code", admin, null)
                    .expectStatus()
                    .isNotFound();
        }
    }

    private Id added() {
        String login = "f" + UUID.randomUUID().toString().substring(0, 12);
        NewStaff staff = new NewStaff(login, "吴越", null, Set.of(Role.REVIEWER), null, null, true);
        return now(administration.addStaff(staff));
    }

    private Id serve(Id person) {
        String login = "f" + UUID.randomUUID().toString().substring(0, 12);
        NewStaff staff = new NewStaff(login, "吴越", null, Set.of(Role.REVIEWER), null, null, true);
        return now(administration
                .addStaff(staff)
                .flatMap(record -> administration.link(record, person).thenReturn(record)));
    }

    private String token(Role role) {
        Caller caller = callers.of(role);
        return caller.token().orElseThrow();
    }

    private Page<StaffMember> page(String token, @Nullable String after) {
        String path = "/api/v1/staff?limit=2" + (after == null ? "" : "&after=" + after);
        return Objects.requireNonNull(door.get(path, token)
                .expectStatus()
                .isOk()
                .expectBody(PAGE)
                .returnResult()
                .getResponseBody());
    }

    private BindCode bindCode(String token, Id member) {
        return Objects.requireNonNull(door.call(HttpMethod.POST, "/api/v1/staff/" + member + "/bind-code", token, null)
                .expectStatus()
                .isOk()
                .expectBody(BindCode.class)
                .returnResult()
                .getResponseBody());
    }
}
