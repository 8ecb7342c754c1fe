package io.quanmin.identity;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.CitySettings;
import io.quanmin.testing.CityTest;
import io.quanmin.wechat.WeChatAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A session lives on while it is used, ends when it should, and leaves nothing in the database to log in with. */
@CityTest
@Import(PretendWeChatConfiguration.class)
class SessionTests {

    @Autowired
    private Citizens citizens;

    @Autowired
    private OpeningSessions opening;

    @Autowired
    private EndingSessions ending;

    @Autowired
    private Sessions sessions;

    @Autowired
    private HousekeepingTable housekeeping;

    @Autowired
    private SessionTable table;

    @Autowired
    private CitySettings city;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private OpenedSession session;

    @BeforeEach
    void open() {
        session = now(citizens.come(new WeChatAccount(Door.stranger(), null))
                .flatMap(person -> opening.open(person, Via.WECHAT)));
    }

    @Test
    void useMovesTheEndOnceInAWhile() {
        Instant before = clock.instant().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MICROS);
        set("seen_at", before);
        set("expires_at", before.plus(Duration.ofDays(30)));
        assertThat(now(sessions.actor(session.token())).session()).isEqualTo(session.id());
        Instant moved = expires();
        assertThat(moved).isAfter(before.plus(Duration.ofDays(32)));
        assertThat(now(sessions.actor(session.token())).session()).isEqualTo(session.id());
        assertThat(expires()).isEqualTo(moved);
    }

    @Test
    void whatWasNotUsedForTooLongIsOver() {
        set("expires_at", clock.instant().minusSeconds(1));
        sessions.actor(session.token()).as(StepVerifier::create).verifyComplete();
        sessions.live(session.id()).as(StepVerifier::create).expectNext(false).verifyComplete();
    }

    @Test
    void aCachedSessionEndsTheMomentItIsRevoked() {
        assertThat(now(sessions.actor(session.token())).session()).isEqualTo(session.id());
        assertThat(now(sessions.live(session.id()))).isTrue();
        ending.end(session.id()).as(StepVerifier::create).verifyComplete();
        sessions.actor(session.token()).as(StepVerifier::create).verifyComplete();
        assertThat(now(sessions.live(session.id()))).isFalse();
        ending.end(session.id()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void whoeverReadsWhileASessionEndsDoesNotBringItBack() {
        Flux.range(0, 200)
                .flatMap(
                        time -> time == 100
                                ? ending.end(session.id()).then(Mono.empty())
                                : sessions.actor(session.token()),
                        32)
                .as(StepVerifier::create)
                .thenConsumeWhile(actor -> true)
                .verifyComplete();
        sessions.actor(session.token()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void thoseWhoHoldConnectionsAreTold() {
        StepVerifier.create(sessions.revoked().filter(session.id()::equals).next())
                .then(() -> ending.end(session.id()).as(StepVerifier::create).verifyComplete())
                .expectNext(session.id())
                .expectComplete()
                .verify(Duration.ofSeconds(60));
    }

    @Test
    void theDatabaseHoldsNoToken() {
        database.sql("select s::text as all from identity.session s where id = :id")
                .bind("id", session.id().value())
                .map(row -> Sql.text(row, "all"))
                .one()
                .as(StepVerifier::create)
                .assertNext(row -> assertThat(row).doesNotContain(session.token()))
                .verifyComplete();
    }

    @Test
    void longEndedSessionsAreSweptAndLiveOnesAreNot() {
        OpenedSession old = now(opening.open(session.person(), Via.WECHAT));
        ending.end(old.id()).as(StepVerifier::create).verifyComplete();
        housekeeping
                .sweep(city.code(), clock.instant().plusSeconds(60))
                .as(StepVerifier::create)
                .assertNext(rows -> assertThat(rows).isPositive())
                .verifyComplete();
        table.hash(old.id()).as(StepVerifier::create).verifyComplete();
        assertThat(now(sessions.live(session.id()))).isTrue();
    }

    @Test
    void answersCarryTheHeadersThatProtectABrowser() {
        var headers = new Door(port, new PretendWeChat())
                .get("/api/v1/me", session.token())
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders();
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
        assertThat(headers.getFirst("Cache-Control")).contains("no-store");
        assertThat(headers.getFirst("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(headers.headerNames()).doesNotContain("Set-Cookie", "Access-Control-Allow-Origin");
    }

    @Test
    void theDescriptionOfTheApiAsksNobodyForAnActor() {
        String description = Objects.requireNonNull(new Door(port, new PretendWeChat())
                .get("/v3/api-docs", null)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(List.of(description.split("\""))).contains("/api/v1/me").doesNotContain("actor", "Actor");
    }

    private void set(String column, Instant value) {
        database.sql("update identity.session set " + column + " = :value where id = :id")
                .bind("value", value)
                .bind("id", session.id().value())
                .then()
                .as(StepVerifier::create)
                .verifyComplete();
    }

    private Instant expires() {
        return now(database.sql("select expires_at from identity.session where id = :id")
                .bind("id", session.id().value())
                .map(row -> Sql.value(row, "expires_at", Instant.class))
                .one());
    }
}
