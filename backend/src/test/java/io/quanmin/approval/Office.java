package io.quanmin.approval;

import static io.quanmin.testing.Await.done;
import static io.quanmin.testing.Await.now;

import io.quanmin.identity.NewStaff;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.testing.PretendSessions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Staff of the city who come to work through the web. */
final class Office {

    static final String CITY = "990100";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebTestClient client;
    private final PretendSessions sessions;
    private final StaffAdministration administration;
    private final DatabaseClient database;

    Office(int port, PretendSessions sessions, StaffAdministration administration, DatabaseClient database) {
        this.client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build();
        this.sessions = sessions;
        this.administration = administration;
        this.database = database;
    }

    Clerk clerk(String name, Role... roles) {
        String login = "c" + UUID.randomUUID().toString().substring(0, 12);
        Id staff = now(administration.addStaff(new NewStaff(login, name, null, Set.of(roles), null, "9901", false)));
        Id person = now(database.sql("select person from identity.staff where id = :id")
                .bind("id", staff.value())
                .map(row -> new Id(CITY, Objects.requireNonNull(row.get("person", UUID.class))))
                .one());
        Id session = new Id(CITY, UUID.randomUUID());
        return new Clerk(person, sessions.open(new Actor(person, session, Set.of(roles), staff, null, "9901", null)));
    }

    /** A new working group: whoever was in it before belongs to it no more. */
    Clerk head(String name) {
        done(database.sql("delete from approval.member").fetch().rowsUpdated());
        Clerk head = clerk(name, Role.WORKING_GROUP);
        Clerk administrator = clerk("管理员", Role.SYSTEM_ADMIN);
        administrator.posts(
                "/working-group/members", Map.of("person", head.person(), "head", true, "duty", "副市长"), 201);
        return head;
    }

    /** The security administrator takes a role away. */
    void loses(Clerk clerk, Role role) {
        done(database.sql("""
                        delete from identity.staff_role using identity.staff
                        where staff.id = staff_role.staff and staff.person = :person and role = :role
                        """)
                .bind("person", Id.parse(clerk.person()).value())
                .bind("role", role.name())
                .fetch()
                .rowsUpdated());
    }

    @CanIgnoreReturnValue
    Clerk member(Clerk head, String name) {
        Clerk member = clerk(name, Role.WORKING_GROUP);
        head.posts("/working-group/members", Map.of("person", member.person(), "head", false, "duty", "委员"), 201);
        return member;
    }

    /** Somebody with a session. */
    final class Clerk {

        private final Id person;
        private final String token;

        Clerk(Id person, String token) {
            this.person = person;
            this.token = token;
        }

        String person() {
            return person.toString();
        }

        @CanIgnoreReturnValue
        JsonNode gets(String path, int status) {
            return call(HttpMethod.GET, path, null, status);
        }

        @CanIgnoreReturnValue
        JsonNode posts(String path, Object body, int status) {
            return call(HttpMethod.POST, path, body, status);
        }

        @CanIgnoreReturnValue
        JsonNode puts(String path, Object body, int status) {
            return call(HttpMethod.PUT, path, body, status);
        }

        @CanIgnoreReturnValue
        JsonNode deletes(String path, int status) {
            return call(HttpMethod.DELETE, path, null, status);
        }

        private JsonNode call(HttpMethod method, String path, @Nullable Object body, int status) {
            WebTestClient.RequestBodySpec request = client.method(method)
                    .uri(path)
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", UUID.randomUUID().toString());
            byte[] answer = (body == null
                            ? request.exchange()
                            : request.header("Content-Type", "application/json")
                                    .bodyValue(body)
                                    .exchange())
                    .expectStatus()
                    .isEqualTo(status)
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            return JsonMapper.shared()
                    .readTree(
                            answer == null || answer.length == 0
                                    ? "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                    : answer);
        }
    }
}
