package io.quanmin.notification;

import static io.quanmin.testing.Await.now;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notice.Urgency;
import io.quanmin.notice.Notices;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import reactor.core.publisher.Mono;

/** People of a test, what they are told, and the service as they meet it. */
@TestConfiguration(proxyBeanMethods = false)
public class Town {

    private final ReactiveWebServerApplicationContext application;
    private final DatabaseClient database;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    Town(
            ReactiveWebServerApplicationContext application,
            DatabaseClient database,
            Notices notices,
            Ids ids,
            Clock clock) {
        this.application = application;
        this.database = database;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    @Bean
    @Primary
    static PretendWeChat pretendWeChat() {
        return new PretendWeChat();
    }

    /** A citizen who is logged in. */
    public record Citizen(Id person, String token, String openid) {}

    private record Opened(String token, Me me) {}

    private record Me(Id id) {}

    /** Somebody who comes for the first time. */
    public Citizen citizen() {
        return login("o" + UUID.randomUUID().toString().replace("-", "").substring(0, 27));
    }

    /** Somebody comes, perhaps again. */
    public Citizen login(String openid) {
        Opened opened = Objects.requireNonNull(client().post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", openid))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Opened.class)
                .returnResult()
                .getResponseBody());
        return new Citizen(opened.me().id(), opened.token(), openid);
    }

    public int port() {
        return Objects.requireNonNull(application.getWebServer()).getPort();
    }

    public WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port())
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** A request with somebody's token. */
    public static <S extends RequestHeadersSpec<?>> S as(Citizen citizen, S request) {
        request.header("Authorization", "Bearer " + citizen.token());
        return request;
    }

    public <T> T get(Citizen citizen, String path, Class<T> type) {
        return Objects.requireNonNull(as(citizen, client().get().uri(path))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(type)
                .returnResult()
                .getResponseBody());
    }

    public Id something() {
        return ids.next("990102");
    }

    /** Says something about a subject. */
    public Mono<Void> tell(Id subject, Audience audience, String template, Urgency urgency) {
        Map<String, String> parameters =
                Map.of("number", "9901-20261123-0007", "type", "暴露垃圾", "place", "青石路 8 号", "due", "2026-11-24 18:00");
        return notices.tell(new Notice(
                subject, audience, template, parameters, "pages/case/case?id=" + subject, urgency, clock.instant()));
    }

    public Mono<Void> tell(Id subject, Citizen citizen, String template) {
        return tell(subject, new Audience.Persons(List.of(citizen.person())), template, Urgency.NORMAL);
    }

    public long count(String query) {
        return now(database.sql(query).mapValue(Long.class).one());
    }

    public void run(String statement) {
        database.sql(statement).then().block();
    }
}
