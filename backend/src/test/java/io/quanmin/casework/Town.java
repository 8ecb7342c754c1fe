package io.quanmin.casework;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.NewUnit;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Notice;
import io.quanmin.testing.PretendSessions;
import io.quanmin.testing.RememberedNotices;
import io.quanmin.testing.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** People of a town and what they do through the web. */
final class Town {

    static final String CITY = "990100";
    static final String DISTRICT = "990102";
    static final double EAST = 120.13;
    static final double NORTH = 30.27;

    private static final double METRES_OF_A_DEGREE = 111_195;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebTestClient client;
    private final PretendSessions sessions;
    private final RememberedNotices notices;
    private final Map<String, Unit> units = new HashMap<>();

    Town(int port, PretendSessions sessions, RememberedNotices notices, StaffAdministration administration) {
        this.sessions = sessions;
        this.notices = notices;
        this.client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .responseTimeout(PATIENCE)
                .build();
        for (String code : List.of("sanitation", "municipal-works", "emergency")) {
            units.put(code, now(administration.addUnit(new NewUnit(code, code, DISTRICT, null, Unit.Kind.DEPARTMENT))));
        }
        NewUnit command = new NewUnit("city-command", "城市运行中心", CITY, null, Unit.Kind.DEPARTMENT);
        units.put(command.code(), now(administration.addUnit(command)));
    }

    Unit unit(String code) {
        return Objects.requireNonNull(units.get(code));
    }

    Person citizen() {
        return person(null, null, Role.CITIZEN);
    }

    Person staff(Role role, String area) {
        return person(area, null, role);
    }

    Person officer(String unit) {
        return person(DISTRICT, unit(unit).id(), Role.OFFICER);
    }

    Person person(@Nullable String area, @Nullable Id unit, Role... roles) {
        Id id = anId();
        String openid = Set.of(roles).contains(Role.CITIZEN) ? "o" + id.value() : null;
        return come(new Actor(id, anId(), Set.of(roles), area == null ? null : anId(), unit, area, openid));
    }

    Person come(Actor actor) {
        return new Person(actor, sessions.open(actor));
    }

    static Id anId() {
        return new Id("990100", UUID.randomUUID());
    }

    List<Notice> told(JsonNode about) {
        return notices.about(Id.parse(about.path("id").asString()));
    }

    static String aKey() {
        return UUID.randomUUID().toString();
    }

    static Map<String, Object> report(String type, String description) {
        Map<String, Object> body = new HashMap<>();
        body.put("type", type);
        body.put("description", description);
        body.put("place", Map.of("longitude", EAST, "latitude", NORTH, "datum", "WGS84", "address", "桂花路 1 号"));
        body.put("photos", List.of());
        body.put("anonymous", true);
        return body;
    }

    ResponseSpec anybody(String path) {
        return client.get().uri(path).exchange();
    }

    ResponseSpec anybody(String path, String tag) {
        return client.get().uri(path).header("If-None-Match", tag).exchange();
    }

    /** Searches as anybody, for words that may mean something in an address. */
    JsonNode search(String words) {
        return json(client.get().uri("/cases/search?words={words}", words).exchange(), 200);
    }

    static JsonNode json(ResponseSpec answer, int status) {
        return Objects.requireNonNull(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    static void expect(ResponseSpec answer, int status) {
        assertThat(json(answer, status).isObject()).isTrue();
    }

    /** Somebody with a session. */
    final class Person {

        final Actor actor;
        private final String token;

        Person(Actor actor, String token) {
            this.actor = actor;
            this.token = token;
        }

        ResponseSpec get(String path) {
            return call(HttpMethod.GET, path, null, null);
        }

        ResponseSpec put(String path) {
            return call(HttpMethod.PUT, path, null, null);
        }

        ResponseSpec put(String path, Object body) {
            return call(HttpMethod.PUT, path, body, null);
        }

        ResponseSpec delete(String path) {
            return call(HttpMethod.DELETE, path, null, null);
        }

        ResponseSpec post(String path, Object body, @Nullable String key) {
            return call(HttpMethod.POST, path, body, key);
        }

        private ResponseSpec call(HttpMethod method, String path, @Nullable Object body, @Nullable String key) {
            WebTestClient.RequestBodySpec request =
                    client.method(method).uri(path).header("Authorization", "Bearer " + token);
            if (key != null) {
                request.header("Idempotency-Key", key);
            }
            return body == null
                    ? request.exchange()
                    : request.header("Content-Type", "application/json")
                            .bodyValue(body)
                            .exchange();
        }

        /** What a stream says from now on. */
        Flux<ServerSentEvent<JsonNode>> stream(String path) {
            return client.get()
                    .uri(path)
                    .header("Authorization", "Bearer " + token)
                    .accept(MediaType.TEXT_EVENT_STREAM)
                    .exchange()
                    .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                    .getResponseBody();
        }

        ResponseSpec tryReport(Map<String, Object> body) {
            return post("/cases", body, aKey());
        }

        JsonNode report(String type) {
            return json(tryReport(Town.report(type, "小区北门有情况")), 201);
        }

        /** What waits for them in a queue: all of it, page by page. */
        List<JsonNode> queue(String queue) {
            return queue(queue, 100);
        }

        List<JsonNode> queue(String queue, int limit) {
            List<JsonNode> all = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = json(get("/tasks?queue=" + queue + "&limit=" + limit + "&after=" + next), 200);
                page.path("items").forEach(all::add);
                next = page.path("next").asString("");
            } while (!next.isEmpty());
            return all;
        }

        /** The ids of what waits for them in a queue. */
        List<String> waiting(String queue) {
            return queue(queue).stream().map(item -> item.path("id").asString()).toList();
        }

        JsonNode see(JsonNode subject) {
            return json(get("/cases/" + subject.path("id").asString()), 200);
        }

        ResponseSpec tryStep(JsonNode subject, String step, Map<String, ?> more) {
            return tryStep(subject, step, more, aKey());
        }

        ResponseSpec tryStep(JsonNode subject, String step, Map<String, ?> more, String key) {
            Map<String, Object> body = new HashMap<>(more);
            body.put("step", step);
            body.put("version", subject.path("version").asLong());
            return post("/cases/" + subject.path("id").asString() + "/steps", body, key);
        }

        JsonNode step(JsonNode subject, String step, Map<String, ?> more) {
            return json(tryStep(subject, step, more), 200);
        }

        JsonNode step(JsonNode subject, String step) {
            return step(subject, step, Map.of());
        }

        /** A photo of theirs: its id. */
        String upload(String photo) {
            return upload(new ClassPathResource("photos/" + photo));
        }

        /** A photo they took at a moment, metres north of where reports are made; of one seed pictures look the same. */
        String take(long seed, Instant at, double metres) {
            return photo(Snapshots.taken(seed, at, EAST, NORTH + metres / METRES_OF_A_DEGREE));
        }

        /** A photo that says nothing of where and when. */
        String takeSilently(long seed) {
            return photo(Snapshots.taken(seed, null, 0, 0));
        }

        private String photo(byte[] bytes) {
            return upload(new ByteArrayResource(bytes) {
                @Override
                public String getFilename() {
                    return "photo.jpg";
                }
            });
        }

        private String upload(Resource photo) {
            MultipartBodyBuilder form = new MultipartBodyBuilder();
            form.part("file", photo);
            ResponseSpec answer = client.post()
                    .uri("/photos")
                    .header("Authorization", "Bearer " + token)
                    .body(BodyInserters.fromMultipartData(form.build()))
                    .exchange();
            return json(answer, 201).path("id").asString();
        }
    }
}
